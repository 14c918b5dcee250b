/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

/** Names of labels, types and property keys as terms, and as the beginning of a value's term. */
public final class NameTerm {
  /** Between a key and what follows in a term. */
  static final char END = '\u0001';

  private static final char ESCAPE = '\u0002';
  private static final char HASHED = '\u0003';
  private static final int MOST_BYTES = 256;

  private NameTerm() {}

  /** The term of a name; two names have the same one where they are equal. */
  public static String of(String name) {
    String escaped = hasSpecial(name) ? escape(name) : name;
    return TextShape.fits(escaped, MOST_BYTES) ? escaped : HASHED + Sha256.of(name);
  }

  private static boolean hasSpecial(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= END && name.charAt(i) <= HASHED) {
        return true;
      }
    }
    return false;
  }

  private static String escape(String name) {
    return name.replace("\u0002", "\u0002b")
        .replace("\u0001", ESCAPE + "a")
        .replace("\u0003", ESCAPE + "c");
  }
}
