/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.VirtualValues;

/** Laws that hold for any operands; replay with {@code -Dtests.seed=}. */
class SemanticLawsTest {
  private static final int ROUNDS = 3_000;

  private final EngineFixture f = new EngineFixture();
  private final long seed = Long.getLong("tests.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void laws() {
    System.out.println("SemanticLawsTest -Dtests.seed=" + seed);
    for (int round = 0; round < ROUNDS; round++) {
      boolean pictures = random.nextBoolean();
      AnyValue x = operand(pictures);
      AnyValue y = operand(pictures);
      String suffix = pictures ? pick("", "face", "0.4", "face/0.9") : pick("", "jaro/0.6", "0.3");
      String what = "seed " + seed + " round " + round + ": " + x + " " + suffix + " " + y;

      Object like = f.eval(x, "~:" + suffix, y);
      assertThat(f.eval(y, "~:" + suffix, x)).as("~: symmetric, %s", what).isEqualTo(like);
      assertThat(f.eval(x, "!:" + suffix, y)).as("!: is NOT ~:, %s", what).isEqualTo(not(like));
      assertThat(f.eval(x, "<:" + suffix, y))
          .as("<: is >: the other way round, %s", what)
          .isEqualTo(f.eval(y, ">:" + suffix, x));
      assertThat(f.eval(x, "<<:" + suffix, y))
          .as("<<: is >>: the other way round, %s", what)
          .isEqualTo(f.eval(y, ">>:" + suffix, x));
      contains(x, y, suffix, like, what);
      similarity(x, y, pictures ? "face" : "jaro", what);
    }
  }

  private void contains(AnyValue x, AnyValue y, String suffix, Object like, String what) {
    Object contains = f.eval(x, ">:" + suffix, y);
    if (like != null) {
      assertThat(contains).as(">: where ~: is known, %s", what).isEqualTo(like);
    } else {
      assertThat(contains).as(">: where ~: is unknown, %s", what).isIn(null, false);
    }
    if (Boolean.TRUE.equals(f.eval(x, ">>:" + suffix, y))) {
      assertThat(contains).as(">>: implies >:, %s", what).isEqualTo(true);
    }
  }

  private void similarity(AnyValue x, AnyValue y, String algorithm, String what) {
    Double best = (Double) f.eval(x, "::" + algorithm, y);
    assertThat(f.eval(y, "::" + algorithm, x)).as(":: symmetric, %s", what).isEqualTo(best);
    if (best != null) {
      assertThat(best).as("in [0,1], %s", what).isBetween(0.0, 1.0);
      Object atBest = f.eval(x, "~:" + algorithm + "/" + plain(best), y);
      assertThat(atBest).as("like at the best similarity, %s", what).isIn(true, null);
    }
    List<?> rows = (List<?>) f.eval(x, ":::" + algorithm, y);
    if (rows != null && x != y && !x.equals(y)) {
      Double most =
          rows.stream()
              .flatMap(row -> ((List<?>) row).stream())
              .filter(e -> e != null)
              .map(e -> (Double) e)
              .max(Double::compare)
              .orElse(null);
      if (best == null || most == null) {
        assertThat(most).as("::: has no more than ::, %s", what).isNull();
      } else {
        assertThat(most).as("::: reaches ::, %s", what).isLessThanOrEqualTo(best);
      }
    }
  }

  /** A threshold as it may stand in a query, not above the value. */
  private static String plain(double value) {
    return String.valueOf(Math.floor(value * 1e6) / 1e6).contains("E")
        ? "0"
        : String.valueOf(Math.floor(value * 1e6) / 1e6);
  }

  private AnyValue operand(boolean pictures) {
    Supplier<AnyValue> item = pictures ? this::picture : this::word;
    switch (random.nextInt(6)) {
      case 0:
        return Values.NO_VALUE;
      case 1:
      case 2:
        return item.get();
      default:
        List<AnyValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(random.nextInt(6) == 0 ? Values.NO_VALUE : item.get());
        }
        return VirtualValues.fromList(items);
    }
  }

  private AnyValue picture() {
    StringBuilder faces = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      faces.append(faces.length() == 0 ? "" : ",").append(random.nextInt(40) / 10.0);
    }
    return f.photo(faces.toString());
  }

  private AnyValue word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return Values.stringValue(word.toString());
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private static Object not(Object value) {
    return value == null ? null : !(Boolean) value;
  }
}
