/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The translations used last, bounded by their number and by their characters. Thread-safe.
 *
 * <p>Short critical sections guard one map: only statements with a CypherPlus construct come here,
 * and each of those costs more by orders of magnitude when it runs.
 */
final class TranslationCache {
  private final int mostEntries;
  private final long mostCharacters;
  private final LinkedHashMap<String, Translation> translations =
      new LinkedHashMap<>(64, 0.75f, true);
  private long characters;

  /**
   * @param mostCharacters of user's and translated texts together; a text that takes more than a
   *     quarter of it is not kept
   */
  TranslationCache(int mostEntries, long mostCharacters) {
    this.mostEntries = mostEntries;
    this.mostCharacters = mostCharacters;
  }

  /** The translation of this text, or null. */
  synchronized Translation get(String text) {
    return translations.get(text);
  }

  synchronized void put(String text, Translation translation) {
    long size = sizeOf(translation);
    if (mostEntries == 0 || size > mostCharacters / 4) {
      return;
    }
    Translation old = translations.put(text, translation);
    characters += size - (old == null ? 0 : sizeOf(old));
    var oldest = translations.entrySet().iterator();
    while (translations.size() > mostEntries || characters > mostCharacters) {
      Map.Entry<String, Translation> entry = oldest.next();
      characters -= sizeOf(entry.getValue());
      oldest.remove();
    }
  }

  synchronized int size() {
    return translations.size();
  }

  synchronized long characters() {
    return characters;
  }

  private static long sizeOf(Translation translation) {
    return (long) translation.userText().length() + translation.cypherText().length();
  }
}
