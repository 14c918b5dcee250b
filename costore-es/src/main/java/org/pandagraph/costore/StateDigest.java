/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(state.labels().size());
      for (String label : state.labels()) {
        text(out, label);
      }
      for (Map.Entry<String, Object> property : state.properties().entrySet()) {
        text(out, property.getKey());
        value(out, property.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(sha256().digest(bytes.toByteArray())).getLong();
  }

  private static void value(DataOutputStream out, Object value) throws IOException {
    if (value instanceof List) {
      out.writeByte('[');
      out.writeInt(((List<?>) value).size());
      for (Object element : (List<?>) value) {
        value(out, element);
      }
    } else if (value instanceof String) {
      out.writeByte('S');
      text(out, (String) value);
    } else if (value instanceof BlobReference) {
      out.writeByte('S');
      text(out, ((BlobReference) value).reference());
    } else if (value instanceof Long) {
      out.writeByte('L');
      out.writeLong((Long) value);
    } else if (value instanceof Double) {
      out.writeByte('D');
      out.writeLong(Double.doubleToLongBits((Double) value));
    } else if (value instanceof Boolean) {
      out.writeByte((Boolean) value ? '+' : '-');
    } else if (value instanceof PointValue) {
      point(out, (PointValue) value);
    } else if (value instanceof DurationValue) {
      duration(out, (DurationValue) value);
    } else {
      temporal(out, value);
    }
  }

  private static void point(DataOutputStream out, PointValue point) throws IOException {
    out.writeByte('P');
    out.writeInt(point.srid());
    double[] coordinates = point.coordinates();
    out.writeInt(coordinates.length);
    for (double coordinate : coordinates) {
      out.writeLong(Double.doubleToLongBits(coordinate));
    }
  }

  private static void duration(DataOutputStream out, DurationValue duration) throws IOException {
    out.writeByte('d');
    out.writeLong(duration.months());
    out.writeLong(duration.days());
    out.writeLong(duration.seconds());
    out.writeInt(duration.nanoseconds());
  }

  private static void temporal(DataOutputStream out, Object value) throws IOException {
    if (value instanceof LocalDate) {
      out.writeByte('y');
      out.writeLong(((LocalDate) value).toEpochDay());
    } else if (value instanceof LocalTime) {
      out.writeByte('t');
      out.writeLong(((LocalTime) value).toNanoOfDay());
    } else if (value instanceof OffsetTime) {
      out.writeByte('o');
      out.writeLong(((OffsetTime) value).toLocalTime().toNanoOfDay());
      out.writeInt(((OffsetTime) value).getOffset().getTotalSeconds());
    } else if (value instanceof LocalDateTime) {
      out.writeByte('l');
      dateTime(out, (LocalDateTime) value);
    } else if (value instanceof ZonedDateTime) {
      ZonedDateTime zoned = (ZonedDateTime) value;
      out.writeByte('z');
      dateTime(out, zoned.toLocalDateTime());
      out.writeInt(zoned.getOffset().getTotalSeconds());
      text(out, zoned.getZone().getId());
    } else {
      throw new IllegalArgumentException("no property value: " + value.getClass().getName());
    }
  }

  private static void dateTime(DataOutputStream out, LocalDateTime value) throws IOException {
    out.writeLong(value.toLocalDate().toEpochDay());
    out.writeLong(value.toLocalTime().toNanoOfDay());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
    out.writeInt(utf16.length);
    out.write(utf16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
