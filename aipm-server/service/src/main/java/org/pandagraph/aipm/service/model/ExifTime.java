/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EXIF's {@code yyyy:mm:dd hh:mm:ss} as ISO 8601. */
final class ExifTime {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})[:/-](\\d{2})[:/-](\\d{2})[ T](\\d{2}):(\\d{2}):(\\d{2}).*");

  private ExifTime() {}

  /** Null for null, and for what is no time: cameras write blanks and zeros. */
  static String of(String exif) {
    Matcher time = TIME.matcher(exif == null ? "" : exif);
    if (!time.matches()) {
      return null;
    }
    int[] part = new int[7];
    for (int i = 1; i < part.length; i++) {
      part[i] = Integer.parseInt(time.group(i));
    }
    try {
      return LocalDateTime.of(part[1], part[2], part[3], part[4], part[5], part[6])
          .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
