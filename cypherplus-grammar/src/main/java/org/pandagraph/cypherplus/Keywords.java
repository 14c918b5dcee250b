/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/** The words of Cypher that the grammar has token types for; case does not matter. */
final class Keywords {
  private static final int LONGEST;
  private static final Map<String, Integer> TYPES = new HashMap<>();

  static {
    int longest = 0;
    for (int type = CypherPlusParser.ACCESS; type <= CypherPlusParser.YIELD; type++) {
      String word = wordOf(type);
      TYPES.put(word, type);
      longest = Math.max(longest, word.length());
    }
    LONGEST = longest;
  }

  private Keywords() {}

  /** Whether the type is a keyword's. */
  static boolean isKeyword(int type) {
    return type >= CypherPlusParser.ACCESS && type <= CypherPlusParser.YIELD;
  }

  /** The keyword of a type, in capitals. */
  static String wordOf(int type) {
    return type == CypherPlusParser.SKIP_
        ? "SKIP"
        : CypherPlusParser.VOCABULARY.getSymbolicName(type);
  }

  /** The token type of a word: a keyword's, or that of an identifier. */
  static int typeOf(String word) {
    if (word.length() > LONGEST) {
      return CypherPlusParser.IDENTIFIER;
    }
    Integer type = TYPES.get(word.toUpperCase(Locale.ROOT));
    return type == null ? CypherPlusParser.IDENTIFIER : type;
  }
}
