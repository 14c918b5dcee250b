/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.TextMatch;
import org.pandagraph.costore.value.ValueTerm;

/** What predicates become; U+0000 is shown as ~, U+0001 as |. */
class PredicateQueryTest {
  @Test
  void equality() throws NotPushable {
    gives(equal("name", "Ann"), "{'term':{'values':'name|SAnn'}}");
    gives(
        new Not(equal("name", "Ann")),
        "{'bool':{'filter':{'term':{'keys':'name'}},'must_not':{'term':{'values':'name|SAnn'}}}}");
    gives(
        new Not(new Comparison("name", Operator.NOT_EQUAL, "Ann")),
        "{'term':{'values':'name|SAnn'}}");
    gives(equal("name", null), "{'match_none':{}}");
    gives(new Not(equal("name", null)), "{'match_none':{}}");
    gives(equal("x", Double.NaN), "{'match_none':{}}");
    gives(new Not(equal("x", Double.NaN)), "{'term':{'keys':'x'}}");
  }

  @Test
  void numbersThatAreEqualInMoreThanOneForm() throws NotPushable {
    gives(equal("x", 1L), "{'term':{'values':'x|N" + one() + "'}}");
    assertThat(queryOf(equal("x", 0L))).contains("terms");
    assertThat(queryOf(equal("x", 1L))).isEqualTo(queryOf(equal("x", 1.0)));
    assertThat(queryOf(equal("x", (1L << 53) + 1))).isNotEqualTo(queryOf(equal("x", 0x1p53)));
  }

  private static String one() {
    return ValueTerm.of(1L).text().substring(1);
  }

  @Test
  void ranges() throws NotPushable {
    gives(
        new Comparison("name", Operator.GREATER_OR_EQUAL, "Ann"),
        "{'bool':{'minimum_should_match':1,'should':["
            + "{'range':{'values':{'gte':'name|SAnn','lt':'name|T'}}},"
            + "{'term':{'unsure':'name'}}]}}");
    gives(
        new Not(new Comparison("name", Operator.LESS, "Ann")),
        "{'bool':{'filter':{'term':{'keys':'name|S'}},"
            + "'must_not':{'range':{'values':{'gte':'name|S','lt':'name|SAnn'}}}}}");
    gives(
        new Comparison("on", Operator.LESS_OR_EQUAL, true),
        "{'range':{'values':{'gte':'on|B','lte':'on|B1'}}}");
    assertThat(PredicateQuery.of(new Comparison("a", Operator.LESS, "b")).unsure().toString())
        .isEqualTo("{\"term\":{\"unsure\":\"a\"}}");
    assertThat(PredicateQuery.of(new Comparison("a", Operator.LESS, 1L)).mayBeUnsure()).isFalse();
  }

  /** What is no stored blob is found by a predicate and by its opposite, and is unsure. */
  @Test
  void metadataOfBlobs() throws NotPushable {
    Predicate png = new Comparison(BlobMetadata.MIME.keyOf("p"), Operator.EQUAL, "image/png");
    String other =
        "{'bool':{'filter':{'term':{'keys':'p'}},'must_not':{'term':{'keys':'p~mime'}}}}";
    gives(
        png,
        "{'bool':{'minimum_should_match':1,'should':["
            + "{'term':{'values':'p~mime|Simage/png'}},"
            + other
            + "]}}");
    gives(
        new Not(png),
        "{'bool':{'minimum_should_match':1,'should':["
            + "{'bool':{'filter':{'term':{'keys':'p~mime'}},"
            + "'must_not':{'term':{'values':'p~mime|Simage/png'}}}},"
            + other
            + "]}}");
    gives(
        new Exists(BlobMetadata.MIME.keyOf("p")),
        "{'bool':{'minimum_should_match':1,'should':[{'term':{'keys':'p~mime'}}," + other + "]}}");
    assertThat(PredicateQuery.of(png).mayBeUnsure()).isTrue();
    assertThat(png).hasToString("n.p->mime = 'image/png'");
  }

  @Test
  void boundsOfOnePropertyAreOneRange() throws NotPushable {
    Predicate from = new Comparison("d", Operator.GREATER_OR_EQUAL, LocalDate.of(2020, 1, 1));
    Predicate to = new Comparison("d", Operator.LESS, LocalDate.of(2021, 1, 1));
    String one = queryOf(And.of(from, to));
    assertThat(one).doesNotContain("bool").containsOnlyOnce("range");
    assertThat(queryOf(And.of(to, from))).isEqualTo(one);
    assertThat(queryOf(And.of(from, new Comparison("e", Operator.LESS, 1L)))).contains("bool");
    gives(
        And.of(
            new Comparison("d", Operator.GREATER, LocalDate.of(2021, 1, 1)),
            new Comparison("d", Operator.LESS_OR_EQUAL, LocalDate.of(2021, 1, 1))),
        "{'match_none':{}}");
    // Each is null of the other's values: together they are true of none.
    assertThat(queryOf(And.of(to, new Comparison("d", Operator.LESS, 1L)))).contains("filter");
  }

  @Test
  void texts() throws NotPushable {
    gives(
        new TextMatch("t", TextMatch.Operator.STARTS_WITH, "a*"),
        "{'bool':{'minimum_should_match':1,'should':["
            + "{'prefix':{'values':'t|Sa*'}},{'term':{'unsure':'t'}}]}}");
    gives(
        new Not(new TextMatch("t*", TextMatch.Operator.CONTAINS, "a?")),
        "{'bool':{'filter':{'term':{'keys':'t*|S'}},"
            + "'must_not':{'wildcard':{'values':'t\\\\*|S*a\\\\?*'}}}}");
    gives(new TextMatch("t", TextMatch.Operator.ENDS_WITH, ""), "{'term':{'keys':'t|S'}}");
    gives(new TextMatch("t", TextMatch.Operator.ENDS_WITH, null), "{'match_none':{}}");
  }

  @Test
  void lists() throws NotPushable {
    gives(new In("x", List.of("a", "b")), "{'terms':{'values':['x|Sa','x|Sb']}}");
    gives(new In("x", List.of()), "{'match_none':{}}");
    gives(new Not(new In("x", List.of())), "{'match_all':{}}");
    gives(new In("x", Arrays.asList("a", null)), "{'term':{'values':'x|Sa'}}");
    gives(new Not(new In("x", Arrays.asList("a", null))), "{'match_none':{}}");
  }

  @Test
  void logic() throws NotPushable {
    Predicate person = new HasLabel("Person");
    Predicate known = new Exists("x");
    gives(
        And.of(person, known),
        "{'bool':{'filter':[{'term':{'labels':'Person'}},{'term':{'keys':'x'}}]}}");
    gives(
        new Not(Or.of(person, known)),
        "{'bool':{'filter':["
            + "{'bool':{'filter':{'match_all':{}},'must_not':{'term':{'labels':'Person'}}}},"
            + "{'bool':{'filter':{'match_all':{}},'must_not':{'term':{'keys':'x'}}}}]}}");
    gives(new Not(new Not(known)), "{'term':{'keys':'x'}}");
    gives(And.of(), "{'match_all':{}}");
    gives(new Not(And.of()), "{'match_none':{}}");
  }

  @Test
  void refusesWhatElasticsearchWouldNotTake() {
    Predicate deep = new Exists("x");
    for (int i = 0; i < 21; i++) {
      deep = And.of(deep, new Exists("y"));
    }
    refused(deep, "in each other");
    List<Predicate> many = new ArrayList<>();
    for (int i = 0; i < 1001; i++) {
      many.add(new Exists("x"));
    }
    refused(new Or(many), "more than 1000 predicates");
    refused(new In("x", LongStream.range(0, 50_001).boxed().collect(Collectors.toList())), "50000");
    refused(new TextMatch("x", TextMatch.Operator.CONTAINS, "a".repeat(101)), "100 characters");
    refused(new TextMatch("x", TextMatch.Operator.STARTS_WITH, "a".repeat(1000)), "900 bytes");
    refused(new Comparison("x", Operator.LESS, "a".repeat(1000)), "900 bytes");
  }

  private static void refused(Predicate predicate, String reason) {
    assertThatThrownBy(() -> PredicateQuery.of(predicate))
        .isInstanceOf(NotPushable.class)
        .hasMessageContaining(reason);
  }

  private static Predicate equal(String key, Object value) {
    return new Comparison(key, Operator.EQUAL, value);
  }

  private static String queryOf(Predicate predicate) throws NotPushable {
    return PredicateQuery.of(predicate).query().toString();
  }

  private static void gives(Predicate predicate, String expected) throws NotPushable {
    String query = queryOf(predicate).replace("\\u0000", "~").replace("\\u0001", "|");
    assertThat(query.replace('"', '\'')).isEqualTo(expected);
  }
}
