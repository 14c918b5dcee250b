/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.TreeSet;
import org.neo4j.values.AnyValue;
import org.neo4j.values.virtual.MapValue;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** {@code map->name}, so that what a model gives can be followed inwards by arrows alone. */
final class MapEntries {
  private MapEntries() {}

  /** The entry of that name; an error that names the entries there are where it is missing. */
  static AnyValue of(MapValue map, String name) {
    if (map.containsKey(name)) {
      return map.get(name);
    }
    TreeSet<String> keys = new TreeSet<>();
    map.keySet().forEach(keys::add);
    throw new CypherPlusError(
        PluginErrorCode.UNKNOWN_SUB_PROPERTY,
        "There is no entry `"
            + name
            + "` in this map"
            + NearestName.hint(name, keys)
            + (keys.isEmpty()
                ? "; it is empty"
                : "; there are `" + String.join("`, `", keys) + "`"),
        CypherPlusError.NO_OFFSET);
  }
}
