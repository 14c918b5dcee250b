/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.PointValue;

/** Predicates' parts as Cypher writes them. */
final class CypherText {
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  /** Functions that make a temporal value of its text, by class. */
  private static final Map<Class<?>, String> TEMPORAL =
      Map.of(
          LocalDate.class, "date",
          LocalTime.class, "localtime",
          OffsetTime.class, "time",
          LocalDateTime.class, "localdatetime",
          ZonedDateTime.class, "datetime");

  private CypherText() {}

  static String name(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
  }

  static String property(String variable, String key) {
    return name(variable) + "." + name(BlobMetadata.propertyOf(key)) + BlobMetadata.suffixOf(key);
  }

  /** A predicate as part of another: in parentheses, but for those that bind tighter than any. */
  static String operand(Predicate predicate, String variable) {
    String text = predicate.toCypher(variable);
    return predicate instanceof And || predicate instanceof Or || predicate instanceof Not
        ? "(" + text + ")"
        : text;
  }

  static String value(Object value) {
    if (value instanceof String || value instanceof BlobReference) {
      return quoted(value.toString());
    }
    if (value instanceof List) {
      return ((List<?>) value)
          .stream().map(CypherText::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof PointValue) {
      return "point(" + value + ")";
    }
    if (value instanceof DurationValue) {
      return "duration(" + value + ")";
    }
    if (value instanceof Double) {
      return number((Double) value);
    }
    String temporal = value == null ? null : TEMPORAL.get(value.getClass());
    return temporal == null ? String.valueOf(value) : temporal + "('" + value + "')";
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "(0.0 / 0.0)";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
    }
    return Double.toString(value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }
}
