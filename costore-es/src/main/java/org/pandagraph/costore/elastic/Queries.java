/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.pandagraph.costore.value.TermRange;

/** Elasticsearch queries; all are filters, none scores. */
final class Queries {
  private Queries() {}

  static ObjectNode all() {
    return wrap("match_all", Json.object());
  }

  static ObjectNode none() {
    return wrap("match_none", Json.object());
  }

  static boolean isNone(ObjectNode query) {
    return query.has("match_none");
  }

  static ObjectNode term(String field, String term) {
    return wrap("term", Json.object().put(field, term));
  }

  /** Any of the terms; none of no terms. */
  static ObjectNode terms(String field, Collection<String> terms) {
    if (terms.isEmpty()) {
      return none();
    }
    if (terms.size() == 1) {
      return term(field, terms.iterator().next());
    }
    return wrap("terms", Json.object().set(field, Json.strings(terms)));
  }

  /** Any of the numbers; none of no numbers. */
  static ObjectNode numbers(String field, long[] numbers) {
    if (numbers.length == 0) {
      return none();
    }
    ArrayNode all = Json.array(List.of());
    for (long number : numbers) {
      all.add(number);
    }
    return wrap("terms", Json.object().set(field, all));
  }

  static ObjectNode range(String field, String prefix, TermRange range) {
    ObjectNode bounds =
        Json.object()
            .put("gte", prefix + range.from())
            .put(range.isWithTo() ? "lte" : "lt", prefix + range.to());
    return wrap("range", Json.object().set(field, bounds));
  }

  static ObjectNode prefix(String field, String prefix) {
    return wrap("prefix", Json.object().put(field, prefix));
  }

  /**
   * @param pattern with * and ? for any and one character, \ before those that are meant
   */
  static ObjectNode wildcard(String field, String pattern) {
    return wrap("wildcard", Json.object().put(field, pattern));
  }

  static String escapeWildcard(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
  }

  static ObjectNode and(List<ObjectNode> queries) {
    if (queries.isEmpty()) {
      return all();
    }
    return queries.size() == 1
        ? queries.get(0)
        : wrap("bool", Json.object().set("filter", Json.array(queries)));
  }

  static ObjectNode or(List<ObjectNode> queries) {
    if (queries.isEmpty()) {
      return none();
    }
    return queries.size() == 1
        ? queries.get(0)
        : wrap(
            "bool",
            Json.object().put("minimum_should_match", 1).set("should", Json.array(queries)));
  }

  static ObjectNode andNot(ObjectNode query, ObjectNode not) {
    if (isNone(not)) {
      return query;
    }
    ObjectNode bool = Json.object();
    bool.set("filter", query);
    bool.set("must_not", not);
    return wrap("bool", bool);
  }

  private static ObjectNode wrap(String name, ObjectNode body) {
    return Json.object().set(name, body);
  }
}
