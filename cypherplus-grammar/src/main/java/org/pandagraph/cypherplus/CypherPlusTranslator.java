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
