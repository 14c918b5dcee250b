/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.contract.Neo4jSemantics;
import org.pandagraph.costore.contract.RandomValues;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.NotPushable;

/** Terms against what Neo4j's own operators say of the same values. */
class QueryTermsTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  static {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  private final RandomValues values = new RandomValues(new Random(SEED));
  private int pushed;

  @Test
  void findTheValuesThatNeo4jFinds() {
    for (int i = 0; i < 40_000; i++) {
      agree(values.next(), values.next());
    }
    assertThat(pushed).isGreaterThan(100_000);
  }

  @Test
  void findTheNumbersThatNeo4jFinds() {
    for (int i = 0; i < 200_000; i++) {
      agree(values.scalar(i % 4), values.scalar(i / 4 % 4));
    }
    assertThat(pushed).isEqualTo(200_000 * 6);
  }

  private void agree(Object stored, Object asked) {
    for (Operator operator : Operator.values()) {
      Optional<Boolean> ours;
      try {
        ours = evaluate(stored, operator, asked);
      } catch (NotPushable e) {
        continue;
      }
      if (ours == null) {
        continue;
      }
      pushed++;
      EntityState state = EntityState.of(EntityKind.NODE, 0, 0, Set.of(), Map.of("x", stored));
      assertThat(ours)
          .as(
              () ->
                  RandomValues.describe(stored)
                      + " "
                      + operator
                      + " "
                      + RandomValues.describe(asked))
          .isEqualTo(Neo4jSemantics.evaluate(new Comparison("x", operator, asked), state));
    }
  }

  /** As a store would that keeps terms; null where it would have the caller verify. */
  private static Optional<Boolean> evaluate(Object stored, Operator operator, Object asked)
      throws NotPushable {
    ValueTerm term = ValueTerm.of(stored);
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      boolean equal = term.text() != null && QueryTerms.equalTo(asked).contains(term.text());
      return Optional.of(equal == (operator == Operator.EQUAL));
    }
    List<TermRange> ranges = QueryTerms.range(operator, asked);
    if (term.type() != ValueType.of(asked)) {
      return Optional.empty();
    }
    if (!term.isOrdered()) {
      return null;
    }
    return Optional.of(
        term.text() != null && ranges.stream().anyMatch(range -> isIn(term.text(), range)));
  }

  private static boolean isIn(String term, TermRange range) {
    int end = compare(term, range.to());
    return compare(term, range.from()) >= 0 && (range.isWithTo() ? end <= 0 : end < 0);
  }

  /** As Lucene does. */
  private static int compare(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refuseWhatOnlyNeo4jKnows() {
    assertThatThrownBy(
            () -> QueryTerms.equalTo(ZonedDateTime.parse("2020-01-01T00:00Z[Europe/Berlin]")))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining("region");
    assertThatThrownBy(() -> QueryTerms.range(Operator.LESS, "a\uffff"))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining("two orders");
    assertThatThrownBy(() -> QueryTerms.range(Operator.LESS, List.of(1L)))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining("LIST");
    assertThatThrownBy(() -> QueryTerms.equalTo(1))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining("java.lang.Integer");
    assertThatThrownBy(() -> QueryTerms.prefix("\ud800"))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining("half a character");
  }

  @Test
  void keysAreKeptApart() {
    List<String> keys =
        List.of("a", "a\u0001", "a\u0002a", "a\u0002", "\u0003", "k".repeat(257), "\ud800", "?");
    assertThat(keys.stream().map(NameTerm::of)).doesNotHaveDuplicates();
    assertThat(keys.stream().map(NameTerm::of))
        .allMatch(term -> TextShape.fits(term, 300))
        .noneMatch(term -> term.indexOf('\u0001') >= 0);
  }
}
