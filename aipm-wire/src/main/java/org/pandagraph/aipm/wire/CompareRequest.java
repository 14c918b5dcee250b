/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Body of {@code POST /v1/compare/{algorithm}}: the pairs (left[i], right[i]). Immutable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class CompareRequest {
  private final String version;
  private final Priority priority;
  private final List<WireInput> left;
  private final List<WireInput> right;

  /**
   * @param version the model's version that must answer; null for whichever there is
   * @param priority null for {@link Priority#INTERACTIVE}
   */
  @JsonCreator
  public CompareRequest(
      @JsonProperty("version") String version,
      @JsonProperty("priority") Priority priority,
      @JsonProperty(value = "left", required = true) List<WireInput> left,
      @JsonProperty(value = "right", required = true) List<WireInput> right) {
    this.version = version;
    this.priority = priority == null ? Priority.INTERACTIVE : priority;
    this.left = WireLists.nonNull("left", left);
    this.right = WireLists.nonNull("right", right);
    WireLists.sameSize(left, right);
  }

  @JsonProperty
  public String version() {
    return version;
  }

  @JsonProperty
  public Priority priority() {
    return priority;
  }

  @JsonProperty
  public List<WireInput> left() {
    return left;
  }

  @JsonProperty
  public List<WireInput> right() {
    return right;
  }
}
