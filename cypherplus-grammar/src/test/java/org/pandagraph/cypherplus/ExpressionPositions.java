/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/** Where in a statement expressions stand, by our own parse tree. */
public final class ExpressionPositions {
  private static final StatementParser PARSER = new StatementParser();

  private ExpressionPositions() {}

  /**
   * A place of the text.
   *
   * @param whole true for an expression, false for an operand of the highest precedence
   */
  public record Position(int start, int end, boolean whole) {
    /** The text with a construct of this kind put here. */
    public String inject(String text, int kind) {
      String place = text.substring(start, end);
      String injected =
          switch (kind % KINDS) {
            case 0 -> "(" + place + ") ~:jaro/0.8 'x'";
            case 1 -> whole ? "(" + place + ")->width" : place + "->width";
            case 2 -> whole ? "(" + place + ") :: $q" : place + " :: $q";
            case 3 -> "<file://a.png>";
            case 4 -> whole ? "'y' <:/$t (" + place + ")" : "'y' <:/$t " + place;
            case 5 -> whole ? "[(" + place + ")] ::: []" : "[" + place + "]::: []";
            default -> "(" + place + ") >>: 1 <<:0.5 [2] !: $x ->`odd ``name` /* why */ -> faces";
          };
      boolean glued = start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1));
      return text.substring(0, start) + (glued ? " " : "") + injected + text.substring(end);
    }
  }

  /** Kinds of constructs to inject: 0 to one less. */
  public static final int KINDS = 7;

  /** All places of a statement that parses, in no particular order; empty where it does not. */
  public static List<Position> of(String text) {
    List<Position> positions = new ArrayList<>();
    try {
      collect(PARSER.parse(TokenReader.read(EscapedText.of(text))), positions);
    } catch (RecognitionException e) {
      positions.clear();
    }
    return positions;
  }

  private static void collect(ParseTree node, List<Position> positions) {
    if (!(node instanceof ParserRuleContext context)) {
      return;
    }
    int rule = context.getRuleIndex();
    if (rule == CypherPlusParser.RULE_expression || rule == CypherPlusParser.RULE_value) {
      positions.add(
          new Position(
              ((CypherToken) context.start).start(),
              ((CypherToken) context.stop).end(),
              rule == CypherPlusParser.RULE_expression));
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      collect(context.getChild(i), positions);
    }
  }
}
