/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.NotExact;

/** Counts what a predicate finds. */
final class Counts {
  private static final String UNSURE = "unsure";

  private final Requests requests;

  Counts(Requests requests) {
    this.requests = requests;
  }

  /**
   * Those for which it is true.
   *
   * @param without ids of those that are not counted
   */
  long exact(String index, PredicateQuery predicate, long[] without) throws NotExact {
    ObjectNode query = Queries.andNot(predicate.query(), Queries.numbers(Fields.ID, without));
    if (!predicate.mayBeUnsure()) {
      return all(index, query);
    }
    // In one search, so that both are of one moment.
    ObjectNode body = search(query);
    body.set("aggs", Json.object().set(UNSURE, Json.object().set("filter", predicate.unsure())));
    JsonNode answer = ask(index, body, ",aggregations." + UNSURE + ".doc_count");
    long total = total(answer);
    JsonNode unknown = answer.path("aggregations").path(UNSURE).path("doc_count");
    if (unknown.isMissingNode()) {
      throw noCountIn(answer);
    }
    if (unknown.asLong() > 0) {
      throw new NotExact(
          unknown.asLong() + " entities have values that are kept too short to decide on");
    }
    return total;
  }

  /** All that the query finds. */
  long all(String index, PredicateQuery predicate) {
    return all(index, predicate.query());
  }

  private long all(String index, ObjectNode query) {
    return total(ask(index, search(query), ""));
  }

  private JsonNode ask(String index, ObjectNode body, String alsoShown) {
    // Not _count: its answer does not tell a part from the whole where the time was over.
    Request request = Requests.request("POST", "/" + index + "/_search", body);
    request.addParameter("allow_partial_search_results", "false");
    request.addParameter("filter_path", "hits.total.value,timed_out,_shards.failed" + alsoShown);
    return requests.read(request);
  }

  private static ObjectNode search(ObjectNode query) {
    ObjectNode body = Json.object().put("size", 0).put("track_total_hits", true);
    body.set("query", query);
    return body;
  }

  private static long total(JsonNode answer) {
    JsonNode total = Requests.requireWhole(answer).path("hits").path("total").path("value");
    if (total.isMissingNode()) {
      throw noCountIn(answer);
    }
    return total.asLong();
  }

  private static CoStoreException noCountIn(JsonNode answer) {
    return new CoStoreException(
        CoStoreErrorCode.UNEXPECTED_ANSWER, "no count in " + Failures.shorten("" + answer));
  }
}
