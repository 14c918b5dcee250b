/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.List;
import java.util.Map;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValueBuilder;
import org.neo4j.values.virtual.MapValueBuilder;
import org.neo4j.values.virtual.VirtualValues;

/** JSON as Jackson gives it to {@code Object}, and compacted vectors, as Neo4j's values. */
final class JsonValues {
  private JsonValues() {}

  /**
   * The value of a JSON value.
   *
   * @param floats whether numbers are FLOAT even where JSON writes them without a fraction
   * @throws IllegalArgumentException where it is no JSON value
   */
  static AnyValue of(Object json, boolean floats) {
    if (json == null) {
      return Values.NO_VALUE;
    } else if (json instanceof String) {
      return Values.utf8Value((String) json);
    } else if (json instanceof Number) {
      return number((Number) json, floats);
    } else if (json instanceof Boolean) {
      return Values.booleanValue((Boolean) json);
    } else if (json instanceof double[]) {
      return VirtualValues.fromArray(Values.doubleArray((double[]) json));
    } else if (json instanceof float[]) {
      return VirtualValues.fromArray(Values.doubleArray(FeatureForms.doubles((float[]) json)));
    } else if (json instanceof List) {
      return list((List<?>) json, floats);
    } else if (json instanceof Map) {
      return map((Map<?, ?>) json, floats);
    }
    throw new IllegalArgumentException("not a JSON value: " + json.getClass().getName());
  }

  private static AnyValue number(Number number, boolean floats) {
    boolean integral =
        number instanceof Long || number instanceof Integer || number instanceof Short;
    return integral && !floats
        ? Values.longValue(number.longValue())
        : Values.doubleValue(number.doubleValue());
  }

  private static AnyValue list(List<?> items, boolean floats) {
    ListValueBuilder list = ListValueBuilder.newListBuilder(items.size());
    for (Object item : items) {
      list.add(of(item, floats));
    }
    return list.build();
  }

  private static AnyValue map(Map<?, ?> entries, boolean floats) {
    if (entries.isEmpty()) {
      return VirtualValues.EMPTY_MAP;
    }
    MapValueBuilder map = new MapValueBuilder(entries.size());
    entries.forEach((key, value) -> map.add(String.valueOf(key), of(value, floats)));
    return map.build();
  }
}
