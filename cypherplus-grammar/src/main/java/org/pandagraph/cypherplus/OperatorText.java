/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An operator with its suffix, as it stands in the user's text and as the key of the internal
 * call's map: {@code ~:}, {@code ::jaro}, {@code ~:0.8}, {@code ~:jaro/0.8}, {@code ~:0.8/jaro},
 * {@code ~:jaro/$t}, {@code ~:/$t}. Immutable.
 */
public final class OperatorText {
  private static final SemanticOperator[] OPERATORS = SemanticOperator.values();

  private final SemanticOperator operator;
  private final String algorithm;
  private final Double threshold;
  private final String thresholdParameter;

  /**
   * @param algorithm null where the text names none
   * @param threshold in [0,1]; null where the text gives none
   * @param thresholdParameter name of the parameter without the dollar sign; null where there is
   *     none
   */
  public OperatorText(
      SemanticOperator operator, String algorithm, Double threshold, String thresholdParameter) {
    this.operator = Objects.requireNonNull(operator);
    this.algorithm = algorithm;
    this.threshold = threshold;
    this.thresholdParameter = thresholdParameter;
  }

  public SemanticOperator operator() {
    return operator;
  }

  public Optional<String> algorithm() {
    return Optional.ofNullable(algorithm);
  }

  public OptionalDouble threshold() {
    return threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
  }

  public Optional<String> thresholdParameter() {
    return Optional.ofNullable(thresholdParameter);
  }

  /**
   * Reads the text of an operator with its suffix.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static OperatorText parse(String text) {
    SemanticOperator operator = operatorOf(text);
    if (operator == null) {
      throw new IllegalArgumentException("not a semantic operator: " + text);
    }
    String algorithm = null;
    Double threshold = null;
    String parameter = null;
    for (String part : parts(text.substring(operator.symbol().length()))) {
      if (part.isEmpty()) {
        continue;
      }
      char first = part.charAt(0);
      if (first == '$') {
        parameter = Names.unquoted(part.substring(1));
      } else if (first == '.' || (first >= '0' && first <= '9')) {
        threshold = Double.valueOf(part);
      } else {
        algorithm = Names.unquoted(part);
      }
    }
    return new OperatorText(operator, algorithm, threshold, parameter);
  }

  /** The operator that the text starts with, or null. */
  static SemanticOperator operatorOf(String text) {
    SemanticOperator found = null;
    for (SemanticOperator operator : OPERATORS) {
      if (text.startsWith(operator.symbol())
          && (found == null || operator.symbol().length() > found.symbol().length())) {
        found = operator;
      }
    }
    return found;
  }

  /** A suffix cut at its slashes, those between backticks left alone. */
  static List<String> parts(String suffix) {
    List<String> parts = new ArrayList<>(2);
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < suffix.length(); i++) {
      char c = suffix.charAt(i);
      if (c == '`') {
        quoted = !quoted;
      } else if (c == '/' && !quoted) {
        parts.add(suffix.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(suffix.substring(start));
    return parts;
  }
}
