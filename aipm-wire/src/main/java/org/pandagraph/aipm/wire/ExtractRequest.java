/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Body of {@code POST /v1/extract/{property}}. Immutable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ExtractRequest {
  private final String version;
  private final Priority priority;
  private final List<WireInput> inputs;

  /**
   * @param version the model's version that must answer; null for whichever there is
   * @param priority null for {@link Priority#INTERACTIVE}
   */
  @JsonCreator
  public ExtractRequest(
      @JsonProperty("version") String version,
      @JsonProperty("priority") Priority priority,
      @JsonProperty(value = "inputs", required = true) List<WireInput> inputs) {
    this.version = version;
    this.priority = priority == null ? Priority.INTERACTIVE : priority;
    this.inputs = WireLists.nonNull("inputs", inputs);
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
  public List<WireInput> inputs() {
    return inputs;
  }
}
