/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;

/**
 * One item of an answer: {@code {"value":...}} (null where the model found nothing), {@code
 * {"fault":{"code","message"}}}, or {@code {"missing":true}} where the service lacks the content.
 * Immutable.
 */
public final class ItemResult {
  private static final ItemResult MISSING = new ItemResult(null, null, true);

  private final Object value;
  private final WireFault fault;
  private final boolean missing;

  private ItemResult(Object value, WireFault fault, boolean missing) {
    this.value = value;
    this.fault = fault;
    this.missing = missing;
  }

  /**
   * @param value what Jackson writes as JSON, or null
   */
  public static ItemResult of(Object value) {
    return new ItemResult(value, null, false);
  }

  public static ItemResult fault(WireErrorCode code, String message) {
    return new ItemResult(null, new WireFault(code, message), false);
  }

  /** The service lacks the content: upload it and ask again. */
  public static ItemResult missing() {
    return MISSING;
  }

  @JsonCreator
  static ItemResult fromJson(Map<String, Object> json) {
    boolean hasValue = json.containsKey("value");
    Object fault = json.get("fault");
    boolean missing = Boolean.TRUE.equals(json.get("missing"));
    if ((hasValue ? 1 : 0) + (fault != null ? 1 : 0) + (missing ? 1 : 0) != 1) {
      throw new IllegalArgumentException(
          "a result has one of value, fault and missing, not " + json.keySet());
    }
    if (fault == null) {
      return missing ? MISSING : of(json.get("value"));
    }
    if (!(fault instanceof Map)) {
      throw new IllegalArgumentException("a result's fault is an object with code and message");
    }
    Map<?, ?> parts = (Map<?, ?>) fault;
    return new ItemResult(
        null, new WireFault(text(parts.get("code")), text(parts.get("message"))), false);
  }

  private static String text(Object part) {
    if (part instanceof String) {
      return (String) part;
    }
    throw new IllegalArgumentException("a fault's code and message are strings");
  }

  @JsonValue
  Map<String, Object> toJson() {
    if (missing) {
      return Map.of("missing", true);
    }
    return fault == null
        ? Collections.singletonMap("value", value)
        : Collections.singletonMap("fault", fault);
  }

  /** Null where nothing was found, or it is a fault, or missing. */
  public Object value() {
    return value;
  }

  /** Null where there is none. */
  public WireFault fault() {
    return fault;
  }

  public boolean isMissing() {
    return missing;
  }
}
