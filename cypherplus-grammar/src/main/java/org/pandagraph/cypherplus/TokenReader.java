/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/**
 * Cuts a statement into tokens by Neo4j 4.4's rules, as observed on its lexer: names are Java's
 * identifiers without a leading dollar sign; a number takes all letters glued to it; white space is
 * blank, tab, carriage return and line feed; a string may hold line ends. By hand and not by an
 * ANTLR lexer, because those rules need Java's own character classes, and for speed.
 */
final class TokenReader {
  private final EscapedText source;
  private final List<CypherToken> tokens = new ArrayList<>();
  private int at;

  private TokenReader(EscapedText source) {
    this.source = source;
  }

  static Tokens read(EscapedText source) {
    TokenReader reader = new TokenReader(source);
    while (reader.skipBlanks()) {
      reader.next();
    }
    reader.add(Token.EOF, source.length(), source.length());
    return new Tokens(reader.tokens);
  }

  private void add(int type, int from, int to) {
    tokens.add(new CypherToken(source, type, tokens.size(), from, to));
    at = to;
  }

  /** Moves to the next token; false at the end. A comment without end is an invalid token. */
  private boolean skipBlanks() {
    while (at < source.length()) {
      char c = source.at(at);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at++;
      } else if (c == '/' && source.at(at + 1) == '/') {
        while (at < source.length() && source.at(at) != '\n' && source.at(at) != '\r') {
          at++;
        }
      } else if (c == '/' && source.at(at + 1) == '*') {
        int end = at + 2;
        while (end < source.length() && !(source.at(end) == '*' && source.at(end + 1) == '/')) {
          end++;
        }
        if (end >= source.length()) {
          add(CypherPlusParser.INVALID, at, source.length());
          return false;
        }
        at = end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void next() {
    char c = source.at(at);
    if (isNameStart(c)) {
      int end = nameEnd(at);
      add(Keywords.typeOf(source.substring(at, end)), at, end);
    } else if (isDigit(c) || (c == '.' && isDigit(source.at(at + 1)))) {
      number();
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (c == '`') {
      int end = quotedEnd(at);
      add(end < 0 ? CypherPlusParser.INVALID : CypherPlusParser.QUOTED, at, orEnd(end));
    } else if (!blobLiteral() && !semantic()) {
      symbol(c);
    }
  }

  private int orEnd(int end) {
    return end < 0 ? source.length() : end;
  }

  private void number() {
    int end = at;
    boolean decimal = false;
    while (isDigit(source.at(end))) {
      end++;
    }
    if (source.at(end) == '.' && isDigit(source.at(end + 1))) {
      decimal = true;
      end++;
      while (isDigit(source.at(end))) {
        end++;
      }
    }
    int exponent = exponentEnd(end);
    if (exponent > end) {
      decimal = true;
      end = exponent;
    }
    while (isNamePart(source.at(end))) {
      end++;
    }
    add(decimal ? CypherPlusParser.DECIMAL : CypherPlusParser.INTEGER, at, end);
  }

  /** Past an exponent that starts here, or the same place where none does. */
  private int exponentEnd(int from) {
    if (source.at(from) != 'e' && source.at(from) != 'E') {
      return from;
    }
    int digits = source.at(from + 1) == '-' || source.at(from + 1) == '+' ? from + 2 : from + 1;
    int end = digits;
    while (isDigit(source.at(end))) {
      end++;
    }
    return end > digits ? end : from;
  }

  private void string(char quote) {
    int end = at + 1;
    while (end < source.length() && source.at(end) != quote) {
      end += source.at(end) == '\\' ? 2 : 1;
    }
    boolean closed = end < source.length();
    add(
        closed ? CypherPlusParser.STRING : CypherPlusParser.INVALID,
        at,
        closed ? end + 1 : source.length());
  }

  /** Past the closing backtick (two are one within), or -1 without one. */
  private int quotedEnd(int from) {
    int end = from + 1;
    while (end < source.length()) {
      if (source.at(end) != '`') {
        end++;
      } else if (source.at(end + 1) == '`') {
        end += 2;
      } else {
        return end + 1;
      }
    }
    return -1;
  }

  /**
   * A literal: a known scheme after the angle bracket, {@code ://} (or one slash for a file), and a
   * closing bracket on the same line. A comment that opens behind {@code file:} is a comment.
   */
  private boolean blobLiteral() {
    if (source.at(at) != '<') {
      return false;
    }
    int colon = at + 1;
    while (colon - at <= 7 && isSchemePart(source.at(colon))) {
      colon++;
    }
    if (source.at(colon) != ':' || source.at(colon + 1) != '/') {
      return false;
    }
    BlobScheme scheme = BlobScheme.of(source.substring(at + 1, colon));
    char afterSlash = source.at(colon + 2);
    if (scheme == null || (afterSlash != '/' && (scheme != BlobScheme.FILE || afterSlash == '*'))) {
      return false;
    }
    int end = colon + 2;
    while (end < source.length() && source.at(end) != '>') {
      if (source.at(end) == '\n' || source.at(end) == '\r') {
        return false;
      }
      end++;
    }
    if (end >= source.length()) {
      return false;
    }
    add(CypherPlusParser.BLOB_LITERAL, at, end + 1);
    return true;
  }

  /** A semantic operator with all that is glued to it as a suffix, well-formed or not. */
  private boolean semantic() {
    int length = operatorLength();
    if (length == 0) {
      return false;
    }
    int end = suffixPartEnd(at + length, false);
    while (source.at(end) == '/') {
      int part = suffixPartEnd(end + 1, true);
      if (part == end + 1) {
        break;
      }
      end = part;
    }
    add(CypherPlusParser.SEMANTIC, at, end);
    return true;
  }

  private int operatorLength() {
    char first = source.at(at);
    char second = source.at(at + 1);
    if (second == ':') {
      switch (first) {
        case ':':
          return source.at(at + 2) == ':' ? 3 : 2;
        case '~':
        case '!':
        case '>':
        case '<':
          return 2;
        default:
          return 0;
      }
    }
    boolean shifted = (first == '>' || first == '<') && second == first;
    return shifted && source.at(at + 2) == ':' ? 3 : 0;
  }

  /** Past a name, number or (behind a slash) parameter that starts here; the same place if none. */
  private int suffixPartEnd(int from, boolean afterSlash) {
    int start = afterSlash && source.at(from) == '$' ? from + 1 : from;
    char c = source.at(start);
    if (c == '`') {
      int end = quotedEnd(start);
      return end < 0 ? from : end;
    }
    if (isNameStart(c)) {
      return nameEnd(start);
    }
    boolean digit = isDigit(c) || (c == '.' && isDigit(source.at(start + 1)));
    if (!digit) {
      return from;
    }
    int end = start;
    while (isDigit(source.at(end)) || (source.at(end) == '.' && isDigit(source.at(end + 1)))) {
      end++;
    }
    end = exponentEnd(end);
    while (isNamePart(source.at(end))) {
      end++;
    }
    return end;
  }

  private void symbol(char c) {
    int pair = pairType(c, source.at(at + 1));
    if (pair != 0) {
      add(pair, at, at + 2);
    } else {
      add(singleType(c), at, at + 1);
    }
  }

  private static int pairType(char c, char next) {
    switch (c) {
      case '-':
        return next == '>' ? CypherPlusParser.ARROW : 0;
      case '<':
        return next == '=' ? CypherPlusParser.LE : next == '>' ? CypherPlusParser.NEQ : 0;
      case '>':
        return next == '=' ? CypherPlusParser.GE : 0;
      case '!':
        return next == '=' ? CypherPlusParser.NEQ : 0;
      case '=':
        return next == '~' ? CypherPlusParser.REGEX : 0;
      case '+':
        return next == '=' ? CypherPlusParser.PLUS_EQ : 0;
      case '.':
        return next == '.' ? CypherPlusParser.DOTDOT : 0;
      default:
        return 0;
    }
  }

  private static int singleType(char c) {
    int type = SINGLE_SYMBOLS.indexOf(c);
    if (type >= 0) {
      return SINGLE[type];
    }
    if (c == '\u00AD' || (c >= '\u2010' && c <= '\u2015') || "\uFE58\uFE63\uFF0D".indexOf(c) >= 0) {
      return CypherPlusParser.DASH;
    }
    if ("\u27E8\u3008\uFE64\uFF1C".indexOf(c) >= 0) {
      return CypherPlusParser.ARROW_LEFT;
    }
    if ("\u27E9\u3009\uFE65\uFF1E".indexOf(c) >= 0) {
      return CypherPlusParser.ARROW_RIGHT;
    }
    return CypherPlusParser.INVALID;
  }

  /** The symbol of a token type, in quotes; its name for a type that is no symbol. */
  static String symbolOf(int type) {
    for (int i = 0; i < SINGLE.length; i++) {
      if (SINGLE[i] == type) {
        return "'" + SINGLE_SYMBOLS.charAt(i) + "'";
      }
    }
    for (String pair : PAIRS) {
      if (pairType(pair.charAt(0), pair.charAt(1)) == type) {
        return "'" + pair + "'";
      }
    }
    return CypherPlusParser.VOCABULARY.getDisplayName(type);
  }

  private static final String[] PAIRS = {"->", "<=", "<>", ">=", "=~", "+=", ".."};
  private static final String SINGLE_SYMBOLS = "()[]{},.:;|$?+-*/%^=<>";
  private static final int[] SINGLE = {
    CypherPlusParser.LPAREN,
    CypherPlusParser.RPAREN,
    CypherPlusParser.LBRACKET,
    CypherPlusParser.RBRACKET,
    CypherPlusParser.LBRACE,
    CypherPlusParser.RBRACE,
    CypherPlusParser.COMMA,
    CypherPlusParser.DOT,
    CypherPlusParser.COLON,
    CypherPlusParser.SEMICOLON,
    CypherPlusParser.BAR,
    CypherPlusParser.DOLLAR,
    CypherPlusParser.QUESTION,
    CypherPlusParser.PLUS,
    CypherPlusParser.MINUS,
    CypherPlusParser.STAR,
    CypherPlusParser.SLASH,
    CypherPlusParser.PERCENT,
    CypherPlusParser.CARET,
    CypherPlusParser.EQ,
    CypherPlusParser.LT,
    CypherPlusParser.GT
  };

  private int nameEnd(int from) {
    int end = from + 1;
    while (isNamePart(source.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSchemePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  static boolean isNameStart(char c) {
    return c != '$' && Character.isJavaIdentifierStart(c);
  }

  private static boolean isNamePart(char c) {
    return Character.isJavaIdentifierPart(c);
  }
}
