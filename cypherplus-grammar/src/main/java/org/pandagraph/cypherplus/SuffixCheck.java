/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.List;
import java.util.regex.Pattern;

/** Reads an operator with its suffix and says what is wrong with it. */
final class SuffixCheck {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(\\.[0-9]+)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private SuffixCheck() {}

  /**
   * @throws CypherPlusSyntaxException where the suffix is none the operator may have
   */
  static OperatorText check(CypherToken token, String userText) {
    String text = token.getText();
    SemanticOperator operator = OperatorText.operatorOf(text);
    List<String> parts = OperatorText.parts(text.substring(operator.symbol().length()));
    int thresholds = 0;
    int algorithms = 0;
    for (String part : parts) {
      if (part.isEmpty()) {
        continue;
      }
      if (isThreshold(part)) {
        thresholds++;
        checkThreshold(operator, part, token, userText);
      } else {
        algorithms++;
      }
    }
    if (algorithms > 1 || thresholds > 1 || parts.size() > 2) {
      throw new CypherPlusSyntaxException(
          algorithms > 1 ? SyntaxErrorCode.BAD_THRESHOLD : SyntaxErrorCode.UNEXPECTED_INPUT,
          "Invalid suffix in '"
              + Excerpt.of(text)
              + "': expected at most one algorithm and one threshold, a number from 0 to 1 or a parameter, as in '"
              + operator.symbol()
              + "jaro/0.8'",
          userText,
          token.start());
    }
    return OperatorText.parse(text);
  }

  private static boolean isThreshold(String part) {
    char first = part.charAt(0);
    return first == '$' || first == '.' || (first >= '0' && first <= '9');
  }

  private static void checkThreshold(
      SemanticOperator operator, String part, CypherToken token, String userText) {
    String problem = null;
    if (!operator.takesThreshold()) {
      problem =
          "'"
              + operator.symbol()
              + "' takes no threshold: it gives the similarity itself, compare that with one, as in x "
              + operator.symbol()
              + " y > 0.8";
    } else if (part.charAt(0) != '$'
        && !(NUMBER.matcher(part).matches() && Double.parseDouble(part) <= 1)) {
      problem = "Invalid threshold " + Excerpt.of(part) + ": expected a number from 0 to 1";
    }
    if (problem != null) {
      throw new CypherPlusSyntaxException(
          SyntaxErrorCode.BAD_THRESHOLD, problem, userText, token.start());
    }
  }
}
