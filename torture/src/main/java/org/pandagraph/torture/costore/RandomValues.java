/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.neo4j.driver.Values;
import org.neo4j.driver.types.Point;

/**
 * Property values as a driver has them, few enough that two often are equal, and all that is
 * delicate among them. Not thread-safe.
 */
final class RandomValues {
  private static final long EXACT = 1L << 53;
  private static final long[] LONGS = {
    0, 1, 2, 3, 7, -1, 10, EXACT, EXACT + 1, EXACT - 1, -EXACT - 1, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    2.5,
    -1.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    EXACT,
    9.3e18,
    1e300
  };
  private static final String[] STRINGS = {
    "",
    " ",
    "a",
    "ab",
    "abc",
    "b",
    "A",
    "Ab",
    "0",
    "1",
    "true",
    "null",
    "é",
    "e\u0301",
    "\u0001",
    "日本",
    "\uD83D\uDE00",
    "\uFFFD",
    "a*b?c",
    "a\\b",
    "ab\nc",
    "*",
    "?"
  };

  /** Pictures that have no more than their signatures, and a text. */
  private static final String[] CONTENTS = {
    "", "iVBORw0KGgo=", "iVBORw0KGgoAAA==", "/9j/4AAQ", "R0lGODlh", "dGV4dA=="
  };

  private static final ZoneId[] ZONES = {
    ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(2), ZoneId.of("Asia/Tokyo")
  };

  private final SplittableRandom random;

  RandomValues(SplittableRandom random) {
    this.random = random;
  }

  /** Never null. */
  Object next() {
    return random.nextInt(8) == 0 ? list() : single();
  }

  /** One in place of another: of the same kind mostly, the same one now and then. */
  Object instead(Object value) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return value;
    }
    if (kind == 1) {
      return next();
    }
    return value instanceof List ? list() : another(value);
  }

  /** Any but a list. */
  Object single() {
    switch (random.nextInt(12)) {
      case 0:
      case 1:
      case 2:
        return LONGS[random.nextInt(LONGS.length)];
      case 3:
      case 4:
        return DOUBLES[random.nextInt(DOUBLES.length)];
      case 5:
      case 6:
      case 7:
        return string();
      case 8:
        return random.nextBoolean();
      case 9:
        return Values.isoDuration(
                random.nextInt(2), random.nextInt(2), random.nextInt(2) * 86_400L, 0)
            .asIsoDuration();
      case 10:
        return Values.point(
                random.nextBoolean() ? 7203 : 4326, random.nextInt(3), random.nextInt(3))
            .asPoint();
      default:
        return temporal();
    }
  }

  /** A content for a blob. */
  String base64() {
    return CONTENTS[random.nextInt(CONTENTS.length)];
  }

  /** Seldom one that is too long to be a term of an index. */
  String string() {
    if (random.nextInt(60) == 0) {
      return (random.nextBoolean() ? "a" : "b").repeat(40_000) + random.nextInt(2);
    }
    String one = STRINGS[random.nextInt(STRINGS.length)];
    return random.nextInt(4) == 0 ? one + STRINGS[random.nextInt(STRINGS.length)] : one;
  }

  private Object temporal() {
    LocalDate date =
        random.nextInt(10) == 0
            ? (random.nextBoolean()
                ? LocalDate.of(-999_999_999, 1, 1)
                : LocalDate.of(999_999_999, 12, 31))
            : LocalDate.of(2020, 1 + random.nextInt(2), 1 + random.nextInt(3));
    LocalTime time = LocalTime.of(random.nextInt(3), 0, 0, random.nextInt(2));
    switch (random.nextInt(5)) {
      case 0:
        return date;
      case 1:
        return time;
      case 2:
        return OffsetTime.of(time, ZoneOffset.ofHours(random.nextInt(3)));
      case 3:
        return LocalDateTime.of(date, time);
      default:
        return ZonedDateTime.of(
            LocalDateTime.of(LocalDate.of(2020, 1, 1 + random.nextInt(2)), time),
            ZONES[random.nextInt(ZONES.length)]);
    }
  }

  /** A list as a property can hold it: of one type. */
  private Object list() {
    List<Object> list = new ArrayList<>();
    Object first = single();
    for (int i = random.nextInt(4); i > 0; i--) {
      // Neo4j takes no list of points of two coordinate systems.
      boolean same = first instanceof Point || random.nextBoolean();
      list.add(same ? first : another(first));
    }
    return list;
  }

  private Object another(Object first) {
    for (int i = 0; i < 20; i++) {
      Object other = single();
      if (other.getClass() == first.getClass()) {
        return other;
      }
    }
    return first;
  }
}
