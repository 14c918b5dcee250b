/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Range header asks for of a content of known length (RFC 9110 section 14.2). Ranges that
 * overlap or touch are joined, so that an answer is never longer than the content; more than
 * {@value #MAX_RANGES} are refused. Immutable.
 */
public final class RequestedRanges {
  /** The most ranges that one request may name. */
  public static final int MAX_RANGES = 32;

  /** What is to be sent. */
  public enum Kind {
    /** The whole content: there is no Range, or it is one to ignore. */
    ALL,
    /** The ranges. */
    SOME,
    /** Nothing: no range lies inside the content, or there are too many. */
    REFUSED
  }

  private static final Pattern SPEC = Pattern.compile("(?:([0-9]+)-([0-9]*)|-([0-9]+))");
  private static final int LONG_DIGITS = 18;

  private static final RequestedRanges ALL = new RequestedRanges(Kind.ALL, List.of());
  private static final RequestedRanges REFUSED = new RequestedRanges(Kind.REFUSED, List.of());

  private final Kind kind;
  private final List<ByteRange> ranges;

  private RequestedRanges(Kind kind, List<ByteRange> ranges) {
    this.kind = kind;
    this.ranges = ranges;
  }

  /** The whole content. */
  public static RequestedRanges all() {
    return ALL;
  }

  /**
   * Reads a header.
   *
   * @param header null where there is none
   * @param contentLength bytes of the content
   */
  public static RequestedRanges of(String header, long contentLength) {
    if (header == null || contentLength == 0 || !header.regionMatches(true, 0, "bytes=", 0, 6)) {
      return ALL;
    }
    List<ByteRange> found = new ArrayList<>();
    int specs = 0;
    for (String element : header.substring(6).split(",", -1)) {
      String spec = element.strip();
      if (spec.isEmpty()) {
        continue;
      }
      Matcher m = SPEC.matcher(spec);
      if (!m.matches() || backwards(m)) {
        return ALL;
      }
      specs++;
      if (specs > MAX_RANGES) {
        return REFUSED;
      }
      addWhatIsInside(found, m, contentLength);
    }
    if (specs == 0) {
      return ALL;
    }
    return found.isEmpty() ? REFUSED : new RequestedRanges(Kind.SOME, joined(found));
  }

  private static boolean backwards(Matcher m) {
    return m.group(1) != null && !m.group(2).isEmpty() && number(m.group(2)) < number(m.group(1));
  }

  private static void addWhatIsInside(List<ByteRange> found, Matcher m, long contentLength) {
    long first;
    long last;
    if (m.group(1) == null) {
      first = Math.max(0, contentLength - number(m.group(3)));
      last = contentLength - 1;
    } else {
      first = number(m.group(1));
      last =
          m.group(2).isEmpty()
              ? contentLength - 1
              : Math.min(number(m.group(2)), contentLength - 1);
    }
    if (first <= last) {
      found.add(new ByteRange(first, last));
    }
  }

  /** Whatever is too long for a number lies beyond every content. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > LONG_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  /** In the order asked for where nothing has to be joined, else by offset. */
  private static List<ByteRange> joined(List<ByteRange> asked) {
    List<ByteRange> sorted = new ArrayList<>(asked);
    sorted.sort(Comparator.comparingLong(ByteRange::first));
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange next : sorted) {
      ByteRange before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && next.first() <= before.last() + 1) {
        joined.set(
            joined.size() - 1, new ByteRange(before.first(), Math.max(before.last(), next.last())));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined.size() == asked.size() ? asked : joined);
  }

  public Kind kind() {
    return kind;
  }

  /** At least one where the kind is SOME, else none. */
  public List<ByteRange> ranges() {
    return ranges;
  }
}
