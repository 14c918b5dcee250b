/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.value.NameTerm;

/** Full-text search over nodes. */
final class FullText {
  private static final int MOST_HITS = 10_000;
  private static final int MOST_TEXT = 1_000;

  private final Requests requests;
  private final Indexes indexes;

  FullText(Requests requests, Indexes indexes) {
    this.requests = requests;
    this.indexes = indexes;
  }

  List<ScoredId> search(String label, String text, int limit) {
    if (limit < 1 || limit > MOST_HITS) {
      throw invalid("the limit " + limit + " is not from 1 to " + MOST_HITS);
    }
    if (text.length() > MOST_TEXT) {
      throw invalid("the text has " + text.length() + " characters; at most are " + MOST_TEXT);
    }
    Request request =
        Requests.request(
            "POST",
            "/" + indexes.live().entities(EntityKind.NODE) + "/_search",
            body(label, text, limit));
    request.addParameter("allow_partial_search_results", "false");
    request.addParameter(
        "filter_path", "timed_out,_shards.failed,hits.hits._score,hits.hits.fields");
    List<ScoredId> hits = new ArrayList<>();
    for (JsonNode hit : Requests.requireWhole(requests.read(request)).path("hits").path("hits")) {
      hits.add(
          new ScoredId(
              hit.path("fields").path(Fields.ID).path(0).asLong(), hit.path("_score").asDouble()));
    }
    return hits;
  }

  private static ObjectNode body(String label, String text, int limit) {
    ObjectNode bool = Json.object();
    bool.set("must", Json.object().set("match", Json.object().put(Fields.TEXT, text)));
    if (label != null) {
      bool.set("filter", Queries.term(Fields.LABELS, NameTerm.of(label)));
    }
    ObjectNode body = Json.object().put("size", limit).put("_source", false);
    body.put("stored_fields", "_none_").put("track_total_hits", false);
    body.set("query", Json.object().set("bool", bool));
    body.putArray("docvalue_fields").add(Fields.ID);
    // Equal scores in an order that does not change from one call to the next.
    body.set(
        "sort",
        Json.array(
            List.of(Json.object().put("_score", "desc"), Json.object().put(Fields.ID, "asc"))));
    return body;
  }

  private static CoStoreException invalid(String message) {
    return new CoStoreException(CoStoreErrorCode.INVALID_REQUEST, message);
  }
}
