/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Body of {@code POST /v1/operators/{operator}}: a CypherPlus operator over the pairs (left[i],
 * right[i]). An operand is null, a JSON string, number or boolean, a list of operands (a set), or
 * an object in the form of {@link WireInput}. Immutable.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class OperatorRequest {
  private final String algorithm;
  private final Double threshold;
  private final Priority priority;
  private final List<Object> left;
  private final List<Object> right;

  /**
   * @param algorithm null for the one that fits the types
   * @param threshold in [0,1]; null for the algorithm's own
   * @param priority null for {@link Priority#INTERACTIVE}
   */
  @JsonCreator
  public OperatorRequest(
      @JsonProperty("algorithm") String algorithm,
      @JsonProperty("threshold") Double threshold,
      @JsonProperty("priority") Priority priority,
      @JsonProperty(value = "left", required = true) List<Object> left,
      @JsonProperty(value = "right", required = true) List<Object> right) {
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is a number in [0,1], not " + threshold);
    }
    if (left == null || right == null) {
      throw new IllegalArgumentException("`left` and `right` are lists of operands");
    }
    WireLists.sameSize(left, right);
    this.algorithm = algorithm;
    this.threshold = threshold;
    this.priority = priority == null ? Priority.INTERACTIVE : priority;
    this.left = Collections.unmodifiableList(new ArrayList<>(left));
    this.right = Collections.unmodifiableList(new ArrayList<>(right));
  }

  @JsonProperty
  public String algorithm() {
    return algorithm;
  }

  @JsonProperty
  public Double threshold() {
    return threshold;
  }

  @JsonProperty
  public Priority priority() {
    return priority;
  }

  @JsonProperty
  public List<Object> left() {
    return left;
  }

  @JsonProperty
  public List<Object> right() {
    return right;
  }
}
