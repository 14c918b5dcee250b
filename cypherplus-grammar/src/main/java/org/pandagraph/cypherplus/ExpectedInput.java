/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/** What the parser could have gone on with, in a few words instead of a list of tokens. */
final class ExpectedInput {
  private static final int MOST_NAMED = 6;

  private final IntervalSet types;
  private final List<String> words = new ArrayList<>();

  private ExpectedInput(IntervalSet types) {
    this.types = types;
  }

  /** Empty where nothing sensible can be said. */
  static String of(RecognitionException e) {
    IntervalSet types = new IntervalSet();
    if (e instanceof NoViableAltException
        && ((NoViableAltException) e).getDeadEndConfigs() != null) {
      for (ATNConfig config : ((NoViableAltException) e).getDeadEndConfigs()) {
        for (Transition transition : config.state.getTransitions()) {
          if (!transition.isEpsilon() && transition.label() != null) {
            types.addAll(transition.label());
          }
        }
      }
    } else if (e.getExpectedTokens() != null) {
      types.addAll(e.getExpectedTokens());
    }
    return new ExpectedInput(types).describe();
  }

  private String describe() {
    boolean name = types.contains(CypherPlusParser.IDENTIFIER);
    boolean expression =
        name && types.contains(CypherPlusParser.STRING) && types.contains(CypherPlusParser.LPAREN);
    boolean operator =
        types.contains(CypherPlusParser.AND) && types.contains(CypherPlusParser.PLUS) && !name;
    boolean clause =
        types.contains(CypherPlusParser.MATCH) && types.contains(CypherPlusParser.UNWIND) && !name;
    List<Integer> rest = new ArrayList<>();
    for (int type : types.toList()) {
      boolean covered =
          (expression && startsExpression(type))
              || (name && (Keywords.isKeyword(type) || isNameToken(type)))
              || (operator && continuesExpression(type))
              || (clause && Keywords.isKeyword(type));
      if (!covered) {
        rest.add(type);
      }
    }
    if (expression) {
      words.add("an expression");
    } else if (name) {
      words.add("a name");
    }
    if (operator) {
      words.add("an operator");
    }
    if (clause) {
      words.add("a clause");
    }
    boolean end = false;
    for (int type : rest) {
      if (type == Token.EOF) {
        end = true;
      } else if (words.size() < MOST_NAMED && type != CypherPlusParser.SEMICOLON) {
        words.add(wordOf(type));
      }
    }
    if (end && words.isEmpty()) {
      // All that could have gone on here was looked at and left before the parser got here.
      words.add("an operator, ','");
      words.add("a clause");
    }
    if (end) {
      words.add("the end of the statement");
    }
    return joined();
  }

  private String joined() {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static boolean isNameToken(int type) {
    return type == CypherPlusParser.IDENTIFIER || type == CypherPlusParser.QUOTED;
  }

  private static boolean startsExpression(int type) {
    switch (type) {
      case CypherPlusParser.STRING:
      case CypherPlusParser.INTEGER:
      case CypherPlusParser.DECIMAL:
      case CypherPlusParser.BLOB_LITERAL:
      case CypherPlusParser.LPAREN:
      case CypherPlusParser.LBRACKET:
      case CypherPlusParser.LBRACE:
      case CypherPlusParser.DOLLAR:
      case CypherPlusParser.PLUS:
      case CypherPlusParser.MINUS:
        return true;
      default:
        return false;
    }
  }

  private static boolean continuesExpression(int type) {
    switch (type) {
      case CypherPlusParser.OR:
      case CypherPlusParser.XOR:
      case CypherPlusParser.AND:
      case CypherPlusParser.EQ:
      case CypherPlusParser.NEQ:
      case CypherPlusParser.LT:
      case CypherPlusParser.GT:
      case CypherPlusParser.LE:
      case CypherPlusParser.GE:
      case CypherPlusParser.REGEX:
      case CypherPlusParser.IN:
      case CypherPlusParser.IS:
      case CypherPlusParser.CONTAINS:
      case CypherPlusParser.STARTS:
      case CypherPlusParser.ENDS:
      case CypherPlusParser.PLUS:
      case CypherPlusParser.MINUS:
      case CypherPlusParser.STAR:
      case CypherPlusParser.SLASH:
      case CypherPlusParser.PERCENT:
      case CypherPlusParser.CARET:
      case CypherPlusParser.SEMANTIC:
      case CypherPlusParser.ARROW:
      case CypherPlusParser.DOT:
      case CypherPlusParser.COLON:
      case CypherPlusParser.LBRACKET:
        return true;
      default:
        return false;
    }
  }

  private static String wordOf(int type) {
    if (Keywords.isKeyword(type)) {
      return Keywords.wordOf(type);
    }
    switch (type) {
      case CypherPlusParser.STRING:
        return "a string";
      case CypherPlusParser.INTEGER:
      case CypherPlusParser.DECIMAL:
        return "a number";
      case CypherPlusParser.SEMANTIC:
        return "a semantic operator";
      case CypherPlusParser.BLOB_LITERAL:
        return "a blob literal";
      default:
        return TokenReader.symbolOf(type);
    }
  }
}
