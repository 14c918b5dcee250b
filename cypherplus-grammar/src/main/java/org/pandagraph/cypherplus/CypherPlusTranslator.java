/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/**
 * Translates CypherPlus into the Cypher of Neo4j 4.4.
 *
 * <p>Thread-safe; translations and plain verdicts are cached by text in bounded memory.
 */
public interface CypherPlusTranslator {
  /** Statements that {@link #create()} keeps the translations of. */
  int CACHED_STATEMENTS = 1_000;

  /** Characters, the user's and the translated ones together, that {@link #create()} keeps. */
  long CACHED_CHARACTERS = 4_000_000;

  /** A translator with a cache of the usual size. */
  static CypherPlusTranslator create() {
    return create(CACHED_STATEMENTS, CACHED_CHARACTERS);
  }

  /**
   * A translator whose cache holds at most so many statements and characters; 0 statements for
   * none.
   */
  static CypherPlusTranslator create(int cachedStatements, long cachedCharacters) {
    return new GrammarTranslator(new TranslationCache(cachedStatements, cachedCharacters));
  }

  /**
   * Translates one statement, with whatever stands before it ({@code EXPLAIN}, {@code PROFILE},
   * {@code CYPHER} options, {@code USE}).
   *
   * @param text the user's text, any length the caller accepts
   * @return the translation; {@link Translation#isPlain()} where the text holds no CypherPlus token
   * @throws CypherPlusSyntaxException where the text holds a CypherPlus token and is not valid
   */
  Translation translate(String text);
}
