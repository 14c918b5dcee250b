/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds internal calls in text that Neo4j made. Neo4j writes expressions its own way: white space
 * comes and goes, names get or lose backticks, literals become parameters, long text is cut. So a
 * call is found by its name, its end by counting brackets outside strings, and its operator in the
 * key of the map argument; what is not complete falls back to a name that people know.
 */
final class InternalCallRestorer implements PlanText {
  /** Deeper nesting is left with the neutral names. */
  private static final int DEEPEST = 200;

  private static final Pattern NAME =
      Pattern.compile(
          "`?panda`?\\s*\\.\\s*`?internal`?\\s*(?:\\.\\s*`?([A-Za-z]*)`?)?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String restore(String text) {
    if (!mayHoldName(text)) {
      return text;
    }
    return restore(text, 0);
  }

  private static boolean mayHoldName(String text) {
    for (int i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
      int start = Math.max(0, i - 8);
      if (text.substring(start, i).toLowerCase(Locale.ROOT).contains("panda")) {
        return true;
      }
    }
    return false;
  }

  private static String restore(String text, int depth) {
    Matcher matcher = NAME.matcher(text);
    StringBuilder restored = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find(from)) {
      restored.append(text, from, matcher.start());
      InternalFunction function = functionOf(matcher.group(1));
      InternalCallText call =
          function == null || depth >= DEEPEST ? null : InternalCallText.read(text, matcher.end());
      String construct = call == null ? null : constructOf(function, call, depth);
      if (construct == null) {
        restored.append(neutralName(function));
        from = matcher.end();
      } else {
        restored.append(inPlace(construct, function, text, call.end()));
        from = call.end();
      }
      from = Math.max(from, matcher.start() + 1);
    }
    return restored.append(text, from, text.length()).toString();
  }

  private static InternalFunction functionOf(String simpleName) {
    for (InternalFunction function : InternalFunction.values()) {
      if (function.simpleName().equalsIgnoreCase(simpleName)) {
        return function;
      }
    }
    return null;
  }

  /** Stands for an internal function whose call cannot be read. */
  private static String neutralName(InternalFunction function) {
    if (function == null) {
      return "CypherPlus";
    }
    switch (function) {
      case LITERAL:
        return "<literal>";
      case PROPERTY:
        return "sub-property";
      case COMPARE:
        return SemanticOperator.COMPARE.symbol();
      case SET_COMPARE:
        return SemanticOperator.SET_COMPARE.symbol();
      default:
        return SemanticOperator.LIKE.symbol();
    }
  }

  /** The CypherPlus of a call, or null where its arguments are not what they should be. */
  private static String constructOf(InternalFunction function, InternalCallText call, int depth) {
    if (function == InternalFunction.LITERAL) {
      String content = call.arguments().isEmpty() ? null : call.arguments().get(0).trim();
      if (content == null || content.isEmpty()) {
        return null;
      }
      char first = content.charAt(0);
      boolean string = first == '\'' || first == '"';
      return "<" + (string ? InternalCallText.stringContent(content) : content) + ">";
    }
    boolean property = function == InternalFunction.PROPERTY;
    int keyArgument = property ? 1 : 2;
    String key = call.keyOf(keyArgument);
    if (key == null || (property ? !key.startsWith("->") : OperatorText.operatorOf(key) == null)) {
      return null;
    }
    String left = operand(call.arguments().get(0), property, depth);
    if (property) {
      return left + "->" + Names.quotedIfNeeded(key.substring(2));
    }
    return left + " " + key + " " + operand(call.arguments().get(1), true, depth);
  }

  /** An operand, in parentheses where it would not hold together without. */
  private static String operand(String text, boolean tight, int depth) {
    String operand = restore(text.trim(), depth + 1);
    return OperandText.holdsTogether(operand, tight) ? operand : "(" + operand + ")";
  }

  /** An operator's text with parentheses where what follows binds tighter. */
  private static String inPlace(String construct, InternalFunction function, String text, int end) {
    if (function == InternalFunction.LITERAL || function == InternalFunction.PROPERTY) {
      return construct;
    }
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean followed =
        next < text.length()
            && (text.charAt(next) == '[' || text.charAt(next) == '.')
            && !text.startsWith("...", next);
    return followed ? "(" + construct + ")" : construct;
  }
}
