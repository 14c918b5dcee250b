/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * 64 bits that tell states apart: labels, keys, and values with their types, but not the version.
 * The first eight bytes of a SHA-256, so that no two different states have the same one by chance
 * or by design, as far as 64 bits go.
 */
public final class StateDigest {
  private StateDigest() {}

  /**
   * The digest of a state.
   *
   * @throws IllegalArgumentException where a value is of none of the classes that {@link
   *     EntityState} lists
   */
  public static long of(EntityState state) {
    // Gathered first: a digest that is fed by the byte costs ten times as much.
    CanonicalBytes bytes = new CanonicalBytes();
    bytes.putInt(state.labels().size());
    state.labels().forEach(bytes::putText);
    for (Map.Entry<String, Object> property : state.properties().entrySet()) {
      bytes.putText(property.getKey());
      value(bytes, property.getValue());
    }
    MessageDigest sha256 = sha256();
    sha256.update(bytes.flip());
    return ByteBuffer.wrap(sha256.digest()).getLong();
  }

  private static void value(CanonicalBytes out, Object value) {
    if (value instanceof List) {
      out.putTag('[');
      out.putInt(((List<?>) value).size());
      for (Object element : (List<?>) value) {
        value(out, element);
      }
    } else if (value instanceof String) {
      out.putTag('S');
      out.putText((String) value);
    } else if (value instanceof BlobReference) {
      out.putTag('S');
      out.putText(((BlobReference) value).reference());
    } else if (value instanceof Long) {
      out.putTag('L');
      out.putLong((Long) value);
    } else if (value instanceof Double) {
      out.putTag('D');
      out.putDouble((Double) value);
    } else if (value instanceof Boolean) {
      out.putTag((Boolean) value ? '+' : '-');
    } else if (value instanceof PointValue) {
      point(out, (PointValue) value);
    } else if (value instanceof DurationValue) {
      duration(out, (DurationValue) value);
    } else {
      temporal(out, value);
    }
  }

  private static void point(CanonicalBytes out, PointValue point) {
    out.putTag('P');
    out.putInt(point.srid());
    double[] coordinates = point.coordinates();
    out.putInt(coordinates.length);
    for (double coordinate : coordinates) {
      out.putDouble(coordinate);
    }
  }

  private static void duration(CanonicalBytes out, DurationValue duration) {
    out.putTag('d');
    out.putLong(duration.months());
    out.putLong(duration.days());
    out.putLong(duration.seconds());
    out.putInt(duration.nanoseconds());
  }

  private static void temporal(CanonicalBytes out, Object value) {
    if (value instanceof LocalDate) {
      out.putTag('y');
      out.putLong(((LocalDate) value).toEpochDay());
    } else if (value instanceof LocalTime) {
      out.putTag('t');
      out.putLong(((LocalTime) value).toNanoOfDay());
    } else if (value instanceof OffsetTime) {
      out.putTag('o');
      out.putLong(((OffsetTime) value).toLocalTime().toNanoOfDay());
      out.putInt(((OffsetTime) value).getOffset().getTotalSeconds());
    } else if (value instanceof LocalDateTime) {
      out.putTag('l');
      dateTime(out, (LocalDateTime) value);
    } else if (value instanceof ZonedDateTime) {
      ZonedDateTime zoned = (ZonedDateTime) value;
      out.putTag('z');
      dateTime(out, zoned.toLocalDateTime());
      out.putInt(zoned.getOffset().getTotalSeconds());
      out.putText(zoned.getZone().getId());
    } else {
      throw new IllegalArgumentException("no property value: " + value.getClass().getName());
    }
  }

  private static void dateTime(CanonicalBytes out, LocalDateTime value) {
    out.putLong(value.toLocalDate().toEpochDay());
    out.putLong(value.toLocalTime().toNanoOfDay());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
