/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.pandagraph.cypherplus.parser.CypherPlusParser;
import org.pandagraph.cypherplus.parser.CypherPlusParser.StatementsContext;

/** The translator that stands on the ANTLR grammar. */
final class GrammarTranslator implements CypherPlusTranslator {
  /** Of a statement with a construct; plain Cypher may have any length. */
  static final int MOST_CHARACTERS = 1_000_000;

  /**
   * Brackets and CASE within one another. With the calls below it stays under the 300 or so levels
   * at which Neo4j's own parser runs out of a stack of 1 MB.
   */
  static final int DEEPEST_NESTING = 150;

  /** Constructs within one another, each of which becomes a call around the next. */
  static final int DEEPEST_CALLS = 100;

  private final StatementParser parser = new StatementParser();
  private final PlainTexts plainTexts = new PlainTexts();
  private final TranslationCache cache;

  GrammarTranslator(TranslationCache cache) {
    this.cache = cache;
  }

  @Override
  public Translation translate(String text) {
    if (plainTexts.contains(text)) {
      return Translation.plain(text);
    }
    if (!PlainCheck.mayHoldConstruct(text)) {
      return plain(text);
    }
    Translation cached = cache.get(text);
    if (cached != null) {
      return cached.isPlain() ? plain(text) : cached;
    }
    if (PlainCheck.isPlain(text)) {
      return plain(text);
    }
    Translation translation = translateParsed(text);
    cache.put(text, translation);
    return translation;
  }

  private Translation plain(String text) {
    plainTexts.add(text);
    return Translation.plain(text);
  }

  private Translation translateParsed(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return tooLarge(
          text,
          "The statement has "
              + text.length()
              + " characters: expected at most "
              + MOST_CHARACTERS
              + ", pass large values as parameters",
          0);
    }
    EscapedText escaped = EscapedText.of(text);
    Tokens tokens = TokenReader.read(escaped);
    SyntaxErrors errors = new SyntaxErrors(tokens, text);
    int malformed = escaped.malformedEscape();
    if (malformed >= 0) {
      // Neo4j's lexer stops here: what follows is no part of the statement.
      if (errors.isCypherPlusBefore(malformed)) {
        throw new CypherPlusSyntaxException(
            SyntaxErrorCode.UNEXPECTED_INPUT,
            "Invalid escape: expected four hexadecimal digits behind \\u",
            text,
            malformed);
      }
      return Translation.plain(text);
    }
    int tooDeep = nestedTooDeep(tokens);
    if (tooDeep >= 0) {
      return errors.isCypherPlus()
          ? tooLarge(
              text,
              "Nested too deep: expected at most " + DEEPEST_NESTING + " brackets or CASE",
              tooDeep)
          : Translation.plain(text);
    }
    try {
      StatementsContext statements = parser.parse(tokens);
      Translation translation = new StatementSplicer(tokens, text).splice(statements);
      return translation == null ? Translation.plain(text) : translation;
    } catch (RecognitionException e) {
      if (errors.isCypherPlus()) {
        throw errors.of(e);
      }
      return Translation.plain(text);
    } catch (StackOverflowError e) {
      // A caller with little stack left; the limits above keep the others from getting here.
      return tooLarge(text, "The statement is nested too deep", 0);
    }
  }

  private static Translation tooLarge(String text, String problem, int offset) {
    throw new CypherPlusSyntaxException(SyntaxErrorCode.TOO_LARGE, problem, text, offset);
  }

  /** Offset of the first token that is nested too deep, or -1. */
  private static int nestedTooDeep(Tokens tokens) {
    int depth = 0;
    for (int i = 0; tokens.get(i).getType() != Token.EOF; i++) {
      switch (tokens.get(i).getType()) {
        case CypherPlusParser.LPAREN:
        case CypherPlusParser.LBRACKET:
        case CypherPlusParser.LBRACE:
        case CypherPlusParser.CASE:
          if (++depth > DEEPEST_NESTING) {
            return tokens.get(i).start();
          }
          break;
        case CypherPlusParser.RPAREN:
        case CypherPlusParser.RBRACKET:
        case CypherPlusParser.RBRACE:
        case CypherPlusParser.END:
          depth = Math.max(0, depth - 1);
          break;
        default:
          break;
      }
    }
    return -1;
  }
}
