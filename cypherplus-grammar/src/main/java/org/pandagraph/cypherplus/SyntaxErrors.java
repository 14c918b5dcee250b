/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/** Says in people's words why a statement could not be parsed. */
final class SyntaxErrors {
  private static final Pattern LITERAL_START =
      Pattern.compile("<([A-Za-z][A-Za-z0-9+._-]{0,30}):/[^*]", Pattern.DOTALL);

  private final Tokens tokens;
  private final String userText;

  SyntaxErrors(Tokens tokens, String userText) {
    this.tokens = tokens;
    this.userText = userText;
  }

  /**
   * Whether the statement holds what only CypherPlus has; where it does not, its error is Neo4j's
   * to report, since it would be the same without CypherPlus.
   */
  boolean isCypherPlus() {
    return isCypherPlusBefore(userText.length());
  }

  /** The same for the part of the statement before this offset. */
  boolean isCypherPlusBefore(int offset) {
    for (int i = 0; i < tokens.size() && tokens.get(i).end() <= offset; i++) {
      switch (tokens.get(i).getType()) {
        case CypherPlusParser.SEMANTIC:
        case CypherPlusParser.BLOB_LITERAL:
          return true;
        case CypherPlusParser.ARROW:
          if (isSubPropertyArrow(i)) {
            return true;
          }
          break;
        case CypherPlusParser.LT:
          if (literalStart(tokens.get(i)) != null) {
            return true;
          }
          break;
        default:
          break;
      }
    }
    return false;
  }

  /** An arrow that a misspelt pattern cannot explain. */
  private boolean isSubPropertyArrow(int arrow) {
    if (arrow == 0 || isDash(arrow - 1)) {
      return false;
    }
    int next = tokens.get(arrow + 1).getType();
    if (!isName(next)) {
      return next != CypherPlusParser.LPAREN
          && arrow > 1
          && tokens.get(arrow - 2).getType() == CypherPlusParser.DOT;
    }
    if (tokens.get(arrow - 1).getType() != CypherPlusParser.RBRACKET) {
      return true;
    }
    int depth = 0;
    for (int i = arrow - 1; i > 0; i--) {
      int type = tokens.get(i).getType();
      depth += type == CypherPlusParser.RBRACKET ? 1 : type == CypherPlusParser.LBRACKET ? -1 : 0;
      if (depth == 0) {
        return !isDash(i - 1);
      }
    }
    return true;
  }

  private boolean isDash(int index) {
    int type = tokens.get(index).getType();
    return type == CypherPlusParser.MINUS || type == CypherPlusParser.DASH;
  }

  private static boolean isName(int type) {
    return type == CypherPlusParser.IDENTIFIER
        || type == CypherPlusParser.QUOTED
        || Keywords.isKeyword(type);
  }

  /** The scheme, where what starts here looks like a literal that is none; or null. */
  private String literalStart(CypherToken less) {
    Matcher matcher = LITERAL_START.matcher(userText);
    matcher.region(less.start(), userText.length());
    return matcher.lookingAt() ? matcher.group(1) : null;
  }

  CypherPlusSyntaxException of(RecognitionException e) {
    CypherToken offending = (CypherToken) e.getOffendingToken();
    for (int i = offending.getTokenIndex(); i >= 0; i--) {
      CypherToken token = tokens.get(i);
      if (token.getType() == CypherPlusParser.LT && literalStart(token) != null) {
        return brokenLiteral(token, literalStart(token));
      }
    }
    CypherPlusSyntaxException likely = new LikelyMistakes(tokens, userText).at(offending);
    if (likely != null) {
      return likely;
    }
    return unexpected(e, offending);
  }

  private CypherPlusSyntaxException brokenLiteral(CypherToken token, String name) {
    BlobScheme scheme = BlobScheme.of(name);
    if (scheme == null) {
      BlobScheme nearest = BlobScheme.nearestTo(name);
      return error(
          SyntaxErrorCode.UNKNOWN_SCHEME,
          "Unknown scheme '"
              + name
              + "': a literal's scheme is one of file, http, https, ftp, ftps, sftp and base64"
              + (nearest == null ? "" : " (did you mean '" + nearest.text() + "'?)"),
          token);
    }
    boolean slashes = userText.startsWith("//", token.start() + name.length() + 2);
    return error(
        SyntaxErrorCode.MALFORMED_LITERAL,
        slashes
            ? "Malformed " + scheme.text() + " literal: it is not closed with '>' on its line"
            : "Malformed " + scheme.text() + " literal: expected '" + scheme.text() + "://'",
        token);
  }

  private CypherPlusSyntaxException unexpected(RecognitionException e, CypherToken offending) {
    String expected = ExpectedInput.of(e);
    String problem;
    if (offending.getType() == Token.EOF) {
      problem = "Unexpected end of the statement";
    } else if (offending.getType() == CypherPlusParser.INVALID && isOpen(offending, "/*")) {
      problem = "A comment is not closed with '*/'";
      expected = "";
    } else if (offending.getType() == CypherPlusParser.INVALID
        && (isOpen(offending, "'") || isOpen(offending, "\"") || isOpen(offending, "`"))) {
      problem = "A string or quoted name is not closed with " + offending.getText().charAt(0);
      expected = "";
    } else if (isUnseen(offending)) {
      problem = String.format("Invalid character U+%04X", (int) offending.getText().charAt(0));
    } else {
      problem = "Invalid input '" + Excerpt.of(offending.typed()) + "'";
    }
    return error(
        SyntaxErrorCode.UNEXPECTED_INPUT,
        expected.isEmpty() ? problem : problem + ": expected " + expected,
        offending);
  }

  /** A character that no font shows, such as a control character: its number has to name it. */
  private static boolean isUnseen(CypherToken token) {
    if (token.getType() != CypherPlusParser.INVALID || token.getText().length() != 1) {
      return false;
    }
    switch (Character.getType(token.getText().charAt(0))) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.UNASSIGNED:
      case Character.PRIVATE_USE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SPACE_SEPARATOR:
        return true;
      default:
        return false;
    }
  }

  private static boolean isOpen(CypherToken token, String opening) {
    return token.getText().startsWith(opening);
  }

  private CypherPlusSyntaxException error(SyntaxErrorCode code, String problem, CypherToken token) {
    return new CypherPlusSyntaxException(code, problem, userText, token.start());
  }
}
