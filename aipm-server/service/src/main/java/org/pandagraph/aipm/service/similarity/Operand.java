/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.call.InputScope;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireInput;
import org.pandagraph.aipm.wire.WireJson;

/**
 * One side of an operator.
 *
 * @param isNull whether it is null as a whole
 * @param hasNullElement whether it is a list with a null in it
 * @param elements its values; one where it is no list
 */
record Operand(boolean isNull, boolean hasNullElement, List<WireInput> elements) {
  private static final int MAX_ELEMENTS = 10_000;

  static Operand of(WireInput input, InputScope scope) {
    return new Operand(false, false, List.of(scope.named(input)));
  }

  /**
   * @param json null, string, number, boolean, list, or an object in {@link WireInput}'s form
   */
  static Operand of(Object json, InputScope scope) {
    if (json == null) {
      return new Operand(true, false, List.of());
    }
    if (!(json instanceof List<?> list)) {
      return new Operand(false, false, List.of(value(json, scope)));
    }
    if (list.size() > MAX_ELEMENTS) {
      throw new ServiceException(
          WireErrorCode.CONTENT_TOO_LARGE,
          "an operand may have " + MAX_ELEMENTS + " elements, not " + list.size());
    }
    List<WireInput> elements = new ArrayList<>();
    for (Object element : list) {
      if (element != null) {
        elements.add(value(element, scope));
      }
    }
    return new Operand(false, elements.size() < list.size(), elements);
  }

  private static WireInput value(Object json, InputScope scope) {
    if (json instanceof Map<?, ?> map) {
      if (map.get("type") instanceof String) {
        return scope.named(input(map));
      }
      return WireInput.value(ValueDomain.of("map"), json);
    }
    return WireInput.value(ValueDomain.of(typeName(json)), json);
  }

  private static WireInput input(Map<?, ?> map) {
    try {
      // Not convertValue, whose messages name Java classes.
      return WireJson.mapper().readValue(WireJson.mapper().writeValueAsBytes(map), WireInput.class);
    } catch (JsonMappingException e) {
      throw new ServiceException(WireErrorCode.BAD_REQUEST, WireJson.explain(e), e);
    } catch (JsonProcessingException e) {
      throw new ServiceException(WireErrorCode.BAD_REQUEST, e.getOriginalMessage(), e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String typeName(Object json) {
    if (json instanceof String) {
      return "string";
    }
    if (json instanceof Boolean) {
      return "boolean";
    }
    if (json instanceof List) {
      return "list";
    }
    return json instanceof Double || json instanceof Float ? "float" : "integer";
  }
}
