/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/** Typed text in a message: a token may be as long as the statement, a message must not be. */
final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  /** The text, or its first 40 characters and three dots. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
