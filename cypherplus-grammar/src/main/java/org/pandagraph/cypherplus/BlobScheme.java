/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Locale;

/** The schemes a blob literal may have; case does not matter in the text. */
enum BlobScheme {
  FILE,
  HTTP,
  HTTPS,
  FTP,
  FTPS,
  SFTP,
  BASE64;

  private static final BlobScheme[] ALL = values();

  /** The scheme in small letters. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scheme of this name, or null. */
  static BlobScheme of(String name) {
    for (BlobScheme scheme : ALL) {
      if (scheme.name().equalsIgnoreCase(name)) {
        return scheme;
      }
    }
    return null;
  }

  /** The scheme that the name may have been meant for: one or two changes away; or null. */
  static BlobScheme nearestTo(String name) {
    BlobScheme nearest = null;
    int least = 3;
    for (BlobScheme scheme : ALL) {
      int distance = distance(scheme.text(), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        nearest = scheme;
        least = distance;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
