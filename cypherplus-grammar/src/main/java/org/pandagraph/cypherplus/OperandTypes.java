/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pandagraph.cypherplus.SemanticUse.OperandType;
import org.pandagraph.cypherplus.parser.CypherPlusParser;
import org.pandagraph.cypherplus.parser.CypherPlusParser.AtomContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.ExpressionContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.OperandContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.SemanticContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.ValueContext;

/** What the text alone tells of an operand's type. */
final class OperandTypes {
  private OperandTypes() {}

  static OperandType of(ValueContext value) {
    return value.postfix().isEmpty() ? of(value.atom()) : OperandType.UNKNOWN;
  }

  static OperandType of(AtomContext atom) {
    if (atom.BLOB_LITERAL() != null) {
      return OperandType.BLOB;
    }
    ParserRuleContext child = (ParserRuleContext) atom.getChild(0);
    switch (child.getRuleIndex()) {
      case CypherPlusParser.RULE_literal:
        return ofLiteral((TerminalNode) child.getChild(0));
      case CypherPlusParser.RULE_list:
      case CypherPlusParser.RULE_listComprehension:
      case CypherPlusParser.RULE_patternComprehension:
        return OperandType.LIST;
      case CypherPlusParser.RULE_map:
      case CypherPlusParser.RULE_mapProjection:
        return OperandType.MAP;
      case CypherPlusParser.RULE_existsSubquery:
        return OperandType.BOOLEAN;
      case CypherPlusParser.RULE_parenthesized:
        return of(atom.parenthesized().expression());
      default:
        return OperandType.UNKNOWN;
    }
  }

  /** The type of what an operator gives. */
  static OperandType resultOf(SemanticOperator operator) {
    switch (operator.function()) {
      case COMPARE:
        return OperandType.FLOAT;
      case SET_COMPARE:
        return OperandType.LIST;
      default:
        return OperandType.BOOLEAN;
    }
  }

  private static OperandType of(ExpressionContext expression) {
    if (expression.operand().size() != 1 || !expression.NOT().isEmpty()) {
      return OperandType.UNKNOWN;
    }
    OperandContext operand = expression.operand(0);
    OperandType type = of(operand.semantic());
    if (operand.getChildCount() == 1) {
      return type;
    }
    boolean number = type == OperandType.INTEGER || type == OperandType.FLOAT;
    return number && operand.nullTest().isEmpty() ? type : OperandType.UNKNOWN;
  }

  private static OperandType of(SemanticContext semantic) {
    List<TerminalNode> operators = semantic.SEMANTIC();
    if (operators.isEmpty()) {
      return of(semantic.value(0));
    }
    String last = operators.get(operators.size() - 1).getText();
    return resultOf(OperatorText.operatorOf(last));
  }

  private static OperandType ofLiteral(TerminalNode literal) {
    switch (literal.getSymbol().getType()) {
      case CypherPlusParser.INTEGER:
        return OperandType.INTEGER;
      case CypherPlusParser.DECIMAL:
        return OperandType.FLOAT;
      case CypherPlusParser.STRING:
        return OperandType.STRING;
      case CypherPlusParser.NULL:
        return OperandType.NULL;
      default:
        return OperandType.BOOLEAN;
    }
  }
}
