/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An operator with its suffix, as it stands in the user's text and as the key of the internal
 * call's map: {@code ~:}, {@code ::jaro}, {@code ~:0.8}, {@code ~:jaro/0.8}, {@code ~:0.8/jaro},
 * {@code ~:jaro/$t}, {@code ~:/$t}. Immutable.
 */
public final class OperatorText {
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
    SemanticOperator found = null;
    for (SemanticOperator o : SemanticOperator.values()) {
      if (text.startsWith(o.symbol())
          && (found == null || o.symbol().length() > found.symbol().length())) {
        found = o;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("not a semantic operator: " + text);
    }
    String algorithm = null;
    Double threshold = null;
    String parameter = null;
    for (String part : text.substring(found.symbol().length()).split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.charAt(0) == '$') {
        parameter = unquote(part.substring(1));
      } else if (Character.isDigit(part.charAt(0)) || part.charAt(0) == '.') {
        threshold = Double.valueOf(part);
      } else {
        algorithm = unquote(part);
      }
    }
    return new OperatorText(found, algorithm, threshold, parameter);
  }

  private static String unquote(String name) {
    return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
  }
}
