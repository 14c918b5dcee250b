/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * Where a character of the translated text came from, and where a character of the user's text
 * went. Offsets count UTF-16 units from 0. Immutable. Offsets inside a splice map to the construct
 * the splice stands for; offsets outside the text are clamped to it.
 */
public interface SourceMap {
  /** The offset in the user's text of what stands at this offset of the translated text. */
  int toUser(int cypherOffset);

  /** The offset in the translated text of what stands at this offset of the user's text. */
  int toCypher(int userOffset);
}
