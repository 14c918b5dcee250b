/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import org.pandagraph.cypherplus.parser.CypherPlusParser;

/** Mistakes that are easy to make in CypherPlus, and that deserve more than "invalid input". */
final class LikelyMistakes {
  private final Tokens tokens;
  private final String userText;

  LikelyMistakes(Tokens tokens, String userText) {
    this.tokens = tokens;
    this.userText = userText;
  }

  /** What is likely wrong, where the parser stopped at this token; or null. */
  CypherPlusSyntaxException at(CypherToken offending) {
    int index = offending.getTokenIndex();
    if (index == 0) {
      return null;
    }
    CypherToken previous = tokens.get(index - 1);
    CypherToken before = index > 1 ? tokens.get(index - 2) : previous;
    if (previous.getType() == CypherPlusParser.SEMANTIC) {
      return behindOperator(previous, offending);
    }
    if (previous.getType() == CypherPlusParser.NOT
        && before.getType() == CypherPlusParser.SEMANTIC) {
      return bindsLooser(previous, before);
    }
    if (previous.getType() == CypherPlusParser.CASE
        && offending.getType() == CypherPlusParser.WHEN) {
      return error(SyntaxErrorCode.UNEXPECTED_INPUT, "'CASE' is not closed with END", previous);
    }
    boolean assignment =
        offending.getType() == CypherPlusParser.EQ
            || offending.getType() == CypherPlusParser.PLUS_EQ;
    if (assignment && before.getType() == CypherPlusParser.ARROW) {
      return error(
          SyntaxErrorCode.UNEXPECTED_INPUT,
          "Invalid input '"
              + offending.getText()
              + "': a sub-property is computed from its value and cannot be set",
          offending);
    }
    return null;
  }

  private CypherPlusSyntaxException behindOperator(CypherToken operator, CypherToken offending) {
    String text = operator.getText();
    String symbol = OperatorText.operatorOf(text).symbol();
    String suffix = text.substring(symbol.length());
    boolean glued = operator.end() == offending.start();
    int type = offending.getType();
    if (type == CypherPlusParser.SLASH && glued) {
      return error(
          SyntaxErrorCode.BAD_THRESHOLD,
          "Invalid suffix '"
              + Excerpt.of(text)
              + "/': expected a number from 0 to 1 or a parameter right behind '/'",
          operator);
    }
    boolean sign = type == CypherPlusParser.MINUS || type == CypherPlusParser.PLUS;
    if (sign && suffix.isEmpty()) {
      int next = tokens.get(offending.getTokenIndex() + 1).getType();
      boolean number = next == CypherPlusParser.INTEGER || next == CypherPlusParser.DECIMAL;
      return glued && number
          ? error(
              SyntaxErrorCode.BAD_THRESHOLD,
              "Invalid threshold: expected a number from 0 to 1 behind '" + symbol + "'",
              offending)
          : bindsLooser(offending, operator);
    }
    boolean name = !suffix.isEmpty() && TokenReader.isNameStart(suffix.charAt(0));
    if (!name || suffix.indexOf('/') >= 0) {
      return null;
    }
    String shown = Excerpt.of(suffix);
    return error(
        SyntaxErrorCode.MISSING_OPERAND,
        "'"
            + shown
            + "' right behind '"
            + symbol
            + "' is read as the name of an algorithm, and then an operand is missing:"
            + " put a space before an operand, '"
            + symbol
            + " "
            + shown
            + "'",
        operator);
  }

  private CypherPlusSyntaxException bindsLooser(CypherToken prefix, CypherToken operator) {
    return error(
        SyntaxErrorCode.UNEXPECTED_INPUT,
        "Invalid input '"
            + prefix.getText()
            + "': it binds looser than '"
            + OperatorText.operatorOf(operator.getText()).symbol()
            + "', put the operand in parentheses",
        prefix);
  }

  private CypherPlusSyntaxException error(SyntaxErrorCode code, String problem, CypherToken token) {
    return new CypherPlusSyntaxException(code, problem, userText, token.start());
  }
}
