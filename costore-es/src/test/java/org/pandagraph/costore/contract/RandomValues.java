/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

/**
 * Random property values: few enough different ones that predicates hit, and many from the places
 * where things go wrong.
 */
public final class RandomValues {
  private static final long P53 = 1L << 53;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int[] SRIDS = {7203, 4326, 9157, 4979};
  private static final LocalDate[] DATES = {
    LocalDate.of(-999_999_999, 1, 1),
    LocalDate.of(999_999_999, 12, 31),
    LocalDate.EPOCH,
    LocalDate.of(1969, 12, 31),
    LocalDate.of(2020, 10, 25),
    LocalDate.of(2024, 2, 29)
  };
  private static final LocalTime[] TIMES = {
    LocalTime.MIN, LocalTime.MAX, LocalTime.NOON, LocalTime.of(2, 30), LocalTime.of(1, 30, 0, 1)
  };
  private static final String[] OFFSETS = {"Z", "+01:00", "-01:00", "+18:00", "-18:00", "+02:00"};
  private static final String[] TEXTS = {
    "",
    "a",
    "A",
    "ab",
    "abc",
    "abcabc",
    "b",
    "*",
    "a*c",
    "a?c",
    "\\",
    "a\\*",
    "\u0000",
    "a\u0000",
    "a\u0001S",
    "\u0001",
    "\u0002a",
    "\u00e4",
    "a\u0308",
    "\ud7ff",
    "\ue000",
    "\uffff",
    "\ud83d\ude00",
    "a\ud83d\ude00b",
    " ",
    "1",
    "true",
    "\"'`{}[]()/.,:",
    "\n"
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    1.5,
    0.1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0x1p53,
    0x1p53 + 2,
    -0x1p53,
    0x1p54 + 4,
    0x1p63,
    -0x1p63,
    0x1p63 + 2048,
    0x1p62,
    1e300
  };
  private static final long[] LONGS = {
    0,
    1,
    -1,
    2,
    42,
    P53 - 1,
    P53,
    P53 + 1,
    P53 + 2,
    -P53,
    -P53 - 1,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 1,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    1L << 62,
    (1L << 62) + 1
  };

  private final Random random;

  public RandomValues(Random random) {
    this.random = random;
  }

  /** A value that a property can have. */
  public Object next() {
    return random.nextInt(8) == 0 ? list() : scalar(random.nextInt(12));
  }

  /** One of a type that often has equal and neighbouring values. */
  public Object scalar(int kind) {
    switch (kind) {
      case 0:
      case 1:
        return longValue();
      case 2:
      case 3:
        return doubleValue();
      case 4:
        return random.nextBoolean();
      case 5:
        return temporal();
      case 6:
        return point();
      case 7:
        return new DurationValue(
            random.nextInt(3) - 1, random.nextInt(2), random.nextInt(3) - 1, random.nextInt(2));
      default:
        return text();
    }
  }

  public long longValue() {
    switch (random.nextInt(4)) {
      case 0:
        return LONGS[random.nextInt(LONGS.length)];
      case 1:
        return random.nextInt(20) - 10;
      case 2:
        return (random.nextBoolean() ? 1 : -1)
            * ((1L << 53 + random.nextInt(10)) + random.nextInt(5) - 2);
      default:
        return random.nextLong() >> random.nextInt(63);
    }
  }

  public double doubleValue() {
    switch (random.nextInt(4)) {
      case 0:
        return DOUBLES[random.nextInt(DOUBLES.length)];
      case 1:
        return (random.nextInt(40) - 20) / 2.0;
      case 2:
        // A double beside an integer that may be none.
        return neighbour((double) longValue());
      default:
        return Double.longBitsToDouble(random.nextLong());
    }
  }

  private double neighbour(double value) {
    switch (random.nextInt(3)) {
      case 0:
        return Math.nextDown(value);
      case 1:
        return Math.nextUp(value);
      default:
        return value;
    }
  }

  /** Well-formed, up to some ten thousand characters. */
  public String text() {
    switch (random.nextInt(12)) {
      case 0:
        return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
      case 1:
        return TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(3));
      case 2:
        return "ab".repeat(2040 + random.nextInt(10)) + TEXTS[random.nextInt(TEXTS.length)];
      case 3:
        return "abc".repeat(10_000 + random.nextInt(2));
      default:
        return TEXTS[random.nextInt(TEXTS.length)];
    }
  }

  private Object temporal() {
    LocalDate date = DATES[random.nextInt(DATES.length)];
    LocalTime time = TIMES[random.nextInt(TIMES.length)];
    ZoneOffset offset = ZoneOffset.of(OFFSETS[random.nextInt(OFFSETS.length)]);
    switch (random.nextInt(6)) {
      case 0:
        return date;
      case 1:
        return time;
      case 2:
        return OffsetTime.of(time, offset);
      case 3:
        return LocalDateTime.of(date, time);
      case 4:
        return ZonedDateTime.of(LocalDateTime.of(near(date), time), offset);
      default:
        return ZonedDateTime.of(LocalDateTime.of(near(date), time), BERLIN);
    }
  }

  /** Neo4j has no date and time whose instant is outside of what dates can be. */
  private static LocalDate near(LocalDate date) {
    return Math.abs(date.getYear()) > 900_000_000 ? date.withYear(date.getYear() / 2) : date;
  }

  private PointValue point() {
    int srid = SRIDS[random.nextInt(SRIDS.length)];
    double[] at = new double[srid == 9157 || srid == 4979 ? 3 : 2];
    for (int i = 0; i < at.length; i++) {
      at[i] = random.nextInt(3) - 1;
    }
    return new PointValue(srid, at);
  }

  private List<Object> list() {
    int kind = random.nextInt(12);
    List<Object> list = new ArrayList<>();
    int length = random.nextInt(20) == 0 ? 1500 : random.nextInt(4);
    for (int i = 0; i < length; i++) {
      Object element = scalar(kind);
      // A property's list is of one class: Neo4j has no other.
      if (list.isEmpty() || list.get(0).getClass() == element.getClass()) {
        list.add(element);
      }
    }
    return list;
  }

  /** For messages. */
  public static String describe(Object value) {
    String text =
        value instanceof ZonedDateTime
            ? ((ZonedDateTime) value).format(DateTimeFormatter.ISO_DATE_TIME)
            : String.valueOf(value);
    return (value == null ? "" : value.getClass().getSimpleName() + " ")
        + (text.length() > 200 ? text.substring(0, 200) + "..." : text);
  }
}
