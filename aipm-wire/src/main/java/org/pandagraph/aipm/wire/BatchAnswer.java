/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One result for each item of a request, in their order. Immutable. */
@JsonIgnoreProperties(ignoreUnknown = true)
public final class BatchAnswer {
  private final List<ItemResult> results;

  @JsonCreator
  public BatchAnswer(@JsonProperty(value = "results", required = true) List<ItemResult> results) {
    this.results = WireLists.nonNull("results", results);
  }

  @JsonProperty
  public List<ItemResult> results() {
    return results;
  }
}
