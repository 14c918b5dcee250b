/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.wire.WireInput;

/** Values as they go over the wire, and how much room they take. */
final class WireInputs {
  private static final int OVERHEAD = 160;

  private WireInputs() {}

  static WireInput of(Object value) {
    if (value instanceof Content) {
      Content content = (Content) value;
      return WireInput.blob(content.digest(), ValueDomain.of(content.mimeType()), content.length());
    }
    return WireInput.value(ValueDomain.of(typeName(value)), value);
  }

  private static String typeName(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return "integer";
    }
    if (value instanceof Number) {
      return "float";
    }
    if (value instanceof List) {
      return "list";
    }
    if (value instanceof Map) {
      return "map";
    }
    throw new IllegalArgumentException(
        "no value for the AIPM service: "
            + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
  }

  /** Bytes it may take in the service, its content included. */
  static long size(Object value) {
    if (value instanceof Content) {
      return OVERHEAD + ((Content) value).length();
    }
    if (value instanceof List) {
      return OVERHEAD + 20L * ((List<?>) value).size();
    }
    return OVERHEAD + (value instanceof String ? 2L * ((String) value).length() : 0);
  }
}
