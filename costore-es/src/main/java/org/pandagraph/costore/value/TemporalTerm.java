/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Terms of dates and times; without the key. */
final class TemporalTerm {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private TemporalTerm() {}

  static String of(ValueType type, Object value) {
    StringBuilder term = new StringBuilder(32).append(type.tag());
    switch (type) {
      case DATE:
        SortableText.append(term, ((LocalDate) value).toEpochDay());
        break;
      case LOCAL_TIME:
        SortableText.append(term, ((LocalTime) value).toNanoOfDay());
        break;
      case TIME:
        time(term, (OffsetTime) value);
        break;
      case LOCAL_DATE_TIME:
        instant(term, (LocalDateTime) value, ZoneOffset.UTC);
        break;
      case DATE_TIME:
        dateTime(term, (ZonedDateTime) value);
        break;
      default:
        throw new IllegalArgumentException("not temporal: " + type);
    }
    return term.toString();
  }

  private static void time(StringBuilder term, OffsetTime value) {
    int offset = value.getOffset().getTotalSeconds();
    SortableText.append(term, value.toLocalTime().toNanoOfDay() - offset * NANOS_PER_SECOND);
    SortableText.append(term, offset);
  }

  private static void instant(StringBuilder term, LocalDateTime value, ZoneOffset offset) {
    SortableText.append(term, value.toEpochSecond(offset));
    SortableText.append(term, value.getNano());
  }

  private static void dateTime(StringBuilder term, ZonedDateTime value) {
    instant(term, value.toLocalDateTime(), value.getOffset());
    SortableText.append(term, value.getOffset().getTotalSeconds());
    if (!(value.getZone() instanceof ZoneOffset)) {
      // Behind the same instant and offset without a region, where Neo4j has it.
      term.append(value.getZone().getId());
    }
  }
}
