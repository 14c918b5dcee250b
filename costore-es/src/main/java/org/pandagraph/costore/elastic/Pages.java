/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.elasticsearch.client.Request;

/** Requests for the pages of an answer that is sorted by id. Immutable. */
final class Pages {
  private final String index;
  private final ObjectNode query;
  private final int size;
  private final String field;

  /**
   * @param field with a number to give with each id; null for none
   */
  Pages(String index, ObjectNode query, int size, String field) {
    this.index = index;
    this.query = query;
    this.size = size;
    this.field = field;
  }

  int size() {
    return size;
  }

  boolean hasField() {
    return field != null;
  }

  /** The first page, with how many there are in all. */
  Request first() {
    return request(body().put("track_total_hits", true));
  }

  /** The page behind an id. */
  Request after(long id) {
    ObjectNode body = body().put("track_total_hits", false);
    body.putArray("search_after").add(id);
    return request(body);
  }

  private ObjectNode body() {
    ObjectNode body = Json.object().put("size", size).put("_source", false);
    body.put("stored_fields", "_none_");
    body.set("query", query);
    body.set("sort", Json.array(List.of(Json.object().put(Fields.ID, "asc"))));
    if (field != null) {
      body.putArray("docvalue_fields").add(field);
    }
    return body;
  }

  private Request request(ObjectNode body) {
    Request request = Requests.request("POST", "/" + index + "/_search", body);
    request.addParameter("allow_partial_search_results", "false");
    request.addParameter("filter_path", SearchPage.FILTER_PATH);
    return request;
  }
}
