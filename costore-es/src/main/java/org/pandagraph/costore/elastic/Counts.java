/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.NotExact;

/** Counts what a predicate finds. */
final class Counts {
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
    ObjectNode unsure = Queries.and(List.of(query, predicate.unsure()));
    String body = searchLines(query) + searchLines(unsure);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Request request = Requests.lines("POST", "/" + index + "/_msearch", bytes, bytes.length);
    request.addParameter(
        "filter_path",
        "responses.hits.total.value,responses.timed_out,responses._shards.failed,responses.error,"
            + "responses.status");
    JsonNode answers = requests.read(request).path("responses");
    long unknown = total(answers.path(1));
    if (unknown > 0) {
      throw new NotExact(unknown + " entities have values that are kept too short to decide on");
    }
    return total(answers.path(0));
  }

  /** All that the query finds. */
  long all(String index, PredicateQuery predicate) {
    return all(index, predicate.query());
  }

  private long all(String index, ObjectNode query) {
    // Not _count: its answer does not tell a part from the whole where the time was over.
    Request request = Requests.request("POST", "/" + index + "/_search", search(query));
    request.addParameter("allow_partial_search_results", "false");
    request.addParameter("filter_path", "hits.total.value,timed_out,_shards.failed");
    return total(requests.read(request));
  }

  private static ObjectNode search(ObjectNode query) {
    ObjectNode body = Json.object().put("size", 0).put("track_total_hits", true);
    body.set("query", query);
    return body;
  }

  private static String searchLines(ObjectNode query) {
    return "{\"allow_partial_search_results\":false}\n" + search(query) + "\n";
  }

  private static long total(JsonNode answer) {
    if (answer.has("error")) {
      JsonNode error = answer.path("error");
      throw new CoStoreException(
          Failures.of(answer.path("status").asInt(), error.path("type").asText("")),
          "counting: " + Failures.shorten(error.toString()));
    }
    JsonNode total = Requests.requireWhole(answer).path("hits").path("total").path("value");
    if (total.isMissingNode()) {
      throw new CoStoreException(
          CoStoreErrorCode.UNEXPECTED_ANSWER, "no count in " + Failures.shorten("" + answer));
    }
    return total.asLong();
  }
}
