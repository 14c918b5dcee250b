/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencypher.tools.tck.values.CypherNaN;
import org.opencypher.tools.tck.values.CypherNull$;
import org.opencypher.tools.tck.values.CypherOrderedList;
import org.opencypher.tools.tck.values.CypherPropertyMap;
import org.opencypher.tools.tck.values.CypherValue;
import scala.Product;
import scala.collection.Iterator;

/** The TCK's parameters as plain Java values. */
final class TckValues {
  private TckValues() {}

  static Map<String, Object> toJava(scala.collection.Map<String, CypherValue> parameters) {
    Map<String, Object> out = new LinkedHashMap<>();
    Iterator<scala.Tuple2<String, CypherValue>> entries = parameters.iterator();
    while (entries.hasNext()) {
      scala.Tuple2<String, CypherValue> entry = entries.next();
      out.put(entry._1(), toJava(entry._2()));
    }
    return out;
  }

  private static Object toJava(Object value) {
    if (value instanceof CypherNull$) {
      return null;
    }
    if (value instanceof CypherNaN) {
      return Double.NaN;
    }
    if (value instanceof CypherPropertyMap map) {
      return toJava(map.properties());
    }
    if (value instanceof CypherOrderedList list) {
      List<Object> items = new ArrayList<>();
      Iterator<CypherValue> elements = list.elements().iterator();
      while (elements.hasNext()) {
        items.add(toJava(elements.next()));
      }
      return items;
    }
    return ((Product) value).productElement(0);
  }
}
