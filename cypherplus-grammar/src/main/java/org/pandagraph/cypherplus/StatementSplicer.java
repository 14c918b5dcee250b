/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pandagraph.cypherplus.SemanticUse.OperandType;
import org.pandagraph.cypherplus.parser.CypherPlusParser;
import org.pandagraph.cypherplus.parser.CypherPlusParser.AtomContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.OperandContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.PostfixContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.ProjectionItemContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.PropertyReferenceContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.SemanticContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.StatementsContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.SubPropertyContext;
import org.pandagraph.cypherplus.parser.CypherPlusParser.ValueContext;

/**
 * Walks a statement's tree and writes the splices: calls around constructs, and the text of a
 * result column that holds one as its alias. That is the name Neo4j gives an unaliased item, in the
 * {@code RETURN} of a subquery as well, where 4.4 only advises against it. In {@code WITH} Neo4j
 * demands an alias: there none is given, and Neo4j's error stays.
 */
final class StatementSplicer {
  private final Tokens tokens;
  private final String userText;
  private final Splices splices;
  private final List<SemanticUse> uses = new ArrayList<>();
  private final EqualConstructs equal = new EqualConstructs();
  private int constructs;

  /** Calls around the place where the walk is. */
  private int calls;

  private boolean inReturn;

  StatementSplicer(Tokens tokens, String userText) {
    this.tokens = tokens;
    this.userText = userText;
    splices = new Splices(tokens, userText);
  }

  /**
   * @return the translation, or null where the statement holds no construct
   * @throws CypherPlusSyntaxException where a construct's own text is wrong
   */
  Translation splice(StatementsContext statements) {
    walk(statements);
    if (uses.isEmpty()) {
      return null;
    }
    uses.sort(Comparator.comparingInt(SemanticUse::offset));
    SplicedText text = splices.splice();
    return new Translation(userText, text.cypherText(), text, uses);
  }

  private void walk(ParseTree node) {
    if (!(node instanceof ParserRuleContext)) {
      return;
    }
    ParserRuleContext context = (ParserRuleContext) node;
    switch (context.getRuleIndex()) {
      case CypherPlusParser.RULE_operand:
        operand((OperandContext) context);
        break;
      case CypherPlusParser.RULE_semantic:
        semantic((SemanticContext) context);
        break;
      case CypherPlusParser.RULE_value:
        ValueContext value = (ValueContext) context;
        value(value.atom(), value.postfix());
        break;
      case CypherPlusParser.RULE_propertyReference:
        PropertyReferenceContext reference = (PropertyReferenceContext) context;
        value(reference.atom(), reference.postfix());
        break;
      case CypherPlusParser.RULE_returnClause:
        boolean outer = inReturn;
        inReturn = true;
        walkChildren(context);
        inReturn = outer;
        break;
      case CypherPlusParser.RULE_projectionItem:
        projectionItem((ProjectionItemContext) context);
        break;
      default:
        walkChildren(context);
    }
  }

  private void walkChildren(ParserRuleContext context) {
    for (int i = 0; i < context.getChildCount(); i++) {
      walk(context.getChild(i));
    }
  }

  private void projectionItem(ProjectionItemContext item) {
    int before = constructs;
    walk(item.expression());
    if (constructs > before && item.AS() == null && inReturn) {
      CypherToken first = (CypherToken) item.expression().start;
      CypherToken last = (CypherToken) item.expression().stop;
      String typed = userText.substring(first.start(), last.end());
      splices.after(last, " AS " + Names.quoted(typed), first.start());
    }
  }

  /**
   * Neo4j takes a second sign before a number alone: {@code --1} but not {@code --f(x)}. Where a
   * construct takes the number's place, parentheses keep the signs apart.
   */
  private void operand(OperandContext operand) {
    int before = constructs;
    walkChildren(operand);
    if (constructs == before) {
      return;
    }
    for (int i = 1; i < operand.getChildCount(); i++) {
      if (isSign(operand.getChild(i - 1)) && isSign(operand.getChild(i))) {
        CypherToken sign = token((TerminalNode) operand.getChild(i));
        splices.before(sign, "(", sign.start());
        splices.after((CypherToken) operand.semantic().stop, ")", sign.start());
      }
    }
  }

  private static boolean isSign(ParseTree node) {
    if (!(node instanceof TerminalNode)) {
      return false;
    }
    int type = token((TerminalNode) node).getType();
    return type == CypherPlusParser.MINUS || type == CypherPlusParser.PLUS;
  }

  private void semantic(SemanticContext context) {
    List<TerminalNode> operators = context.SEMANTIC();
    CypherToken first = (CypherToken) context.start;
    enterCalls(operators.size(), first);
    OperatorText[] texts = new OperatorText[operators.size()];
    for (int i = texts.length - 1; i >= 0; i--) {
      CypherToken operator = token(operators.get(i));
      texts[i] = SuffixCheck.check(operator, userText);
      splices.before(first, texts[i].operator().function().qualifiedName() + "(", operator.start());
    }
    walk(context.value(0));
    OperandType left = texts.length == 0 ? null : OperandTypes.of(context.value(0));
    String leftText = texts.length == 0 ? null : textOf(context.value(0));
    for (int i = 0; i < texts.length; i++) {
      CypherToken operator = token(operators.get(i));
      ValueContext right = context.value(i + 1);
      boolean glued = operator.end() == ((CypherToken) right.start).start();
      splices.instead(operator, glued ? ", " : ",", operator.start());
      walk(right);
      String key = leftText + operator.getText() + " " + textOf(right);
      int offset = equal.firstOffset(key, operator.start());
      String threshold =
          texts[i].thresholdParameter().map(name -> ", " + Names.parameter(name)).orElse("");
      splices.after(
          (CypherToken) right.stop,
          ", {" + Names.quoted(operator.getText()) + ": " + offset + "}" + threshold + ")",
          operator.start());
      use(texts[i], operator, left, OperandTypes.of(right));
      left = OperandTypes.resultOf(texts[i].operator());
      leftText = "#@" + offset + " ";
    }
    calls -= operators.size();
  }

  private void enterCalls(int count, CypherToken first) {
    calls += count;
    if (calls > GrammarTranslator.DEEPEST_CALLS) {
      throw new CypherPlusSyntaxException(
          SyntaxErrorCode.TOO_LARGE,
          "Too many operators and sub-properties in a row or within one another: expected at most "
              + GrammarTranslator.DEEPEST_CALLS,
          userText,
          first.start());
    }
  }

  private void use(OperatorText text, CypherToken token, OperandType left, OperandType right) {
    constructs++;
    uses.add(
        new SemanticUse(
            text.operator().function(), token.getText(), token.start(), left, right, text));
  }

  /** An atom with what follows it, sub-properties among that. */
  private void value(AtomContext atom, List<PostfixContext> postfixes) {
    CypherToken first = (CypherToken) atom.start;
    int outerCalls = calls;
    for (int i = postfixes.size() - 1; i >= 0; i--) {
      if (postfixes.get(i) instanceof SubPropertyContext) {
        enterCalls(1, first);
        int arrow = ((CypherToken) postfixes.get(i).start).start();
        splices.before(first, InternalFunction.PROPERTY.qualifiedName() + "(", arrow);
      }
    }
    if (atom.BLOB_LITERAL() != null) {
      literal(token(atom.BLOB_LITERAL()));
    } else {
      walkChildren(atom);
    }
    calls = outerCalls;
    OperandType type = postfixes.isEmpty() ? OperandType.UNKNOWN : OperandTypes.of(atom);
    StringBuilder before = postfixes.isEmpty() ? null : new StringBuilder(textOf(atom));
    for (PostfixContext postfix : postfixes) {
      if (postfix instanceof SubPropertyContext) {
        int offset = subProperty((SubPropertyContext) postfix, type, before.toString());
        before.setLength(0);
        before.append("#@").append(offset).append(' ');
      } else {
        walkChildren(postfix);
        before.append(textOf(postfix));
      }
      type = OperandType.UNKNOWN;
    }
  }

  private int subProperty(SubPropertyContext postfix, OperandType type, String before) {
    CypherToken arrow = token(postfix.ARROW());
    CypherToken name = (CypherToken) postfix.name().start;
    int offset = equal.firstOffset(before + "->" + name.getText(), arrow.start());
    // A quoted name is copied as typed: its escapes mean the same in the key.
    String typed = name.typed();
    String key = typed.startsWith("`") ? "`->" + typed.substring(1) : "`->" + typed + "`";
    splices.instead(arrow, ", {" + key + ": " + offset + "})", arrow.start());
    splices.instead(name, "", arrow.start());
    constructs++;
    uses.add(
        new SemanticUse(
            InternalFunction.PROPERTY,
            Names.unquoted(name.getText()),
            arrow.start(),
            type,
            OperandType.UNKNOWN,
            null));
    return offset;
  }

  private void literal(CypherToken token) {
    LiteralCheck.check(token, userText);
    String text = token.getText().substring(1, token.getText().length() - 1);
    int offset = equal.firstOffset(token.getText(), token.start());
    String argument = text.replace("\\", "\\\\").replace("'", "\\'");
    splices.instead(
        token,
        InternalFunction.LITERAL.qualifiedName() + "('" + argument + "', " + offset + ")",
        token.start());
    constructs++;
    uses.add(
        new SemanticUse(
            InternalFunction.LITERAL,
            text,
            token.start(),
            OperandType.UNKNOWN,
            OperandType.UNKNOWN,
            null));
  }

  private static CypherToken token(TerminalNode node) {
    return (CypherToken) node.getSymbol();
  }

  /** The tokens of a part of the statement, in one line. */
  private String textOf(ParserRuleContext context) {
    Token first = context.start;
    Token last = context.stop;
    return tokens.getText(first, last);
  }
}
