/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What went wrong, for a whole request (the body of an answer that is no 2xx) or for one item.
 * Immutable.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public final class WireFault {
  private final String code;
  private final String message;

  @JsonCreator
  public WireFault(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty(value = "message", required = true) String message) {
    if (code == null || message == null) {
      throw new IllegalArgumentException("a fault has a code and a message");
    }
    this.code = code;
    this.message = message;
  }

  public WireFault(WireErrorCode code, String message) {
    this(code.name(), message);
  }

  /** Name of a {@link WireErrorCode}; a later version's may be unknown here. */
  @JsonProperty
  public String code() {
    return code;
  }

  /** A sentence or two for the user. */
  @JsonProperty
  public String message() {
    return message;
  }
}
