/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Response;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.RejectedState;

/** What became of each state of a bulk request. Immutable. */
final class BulkAnswer {
  private static final int VERSION_CONFLICT = 409;

  private final List<RejectedState> rejected = new ArrayList<>();
  private final List<EntityState> again = new ArrayList<>();
  private CoStoreException reason;

  private BulkAnswer() {}

  /**
   * Reads it.
   *
   * @param sent in the order of the request
   * @throws CoStoreException where a part failed in a way that trying it again does not help
   */
  static BulkAnswer of(Response response, List<EntityState> sent) {
    BulkAnswer answer = new BulkAnswer();
    try (InputStream in = response.getEntity().getContent();
        JsonParser json = Json.FACTORY.createParser(in)) {
      int parts = answer.read(json, sent);
      if (parts != sent.size()) {
        throw new CoStoreException(
            CoStoreErrorCode.UNEXPECTED_ANSWER,
            "of " + sent.size() + " states the answer tells of " + parts);
      }
    } catch (IOException e) {
      throw new CoStoreException(
          CoStoreErrorCode.UNEXPECTED_ANSWER, "the answer is no JSON: " + e.getMessage(), e);
    }
    return answer;
  }

  private int read(JsonParser json, List<EntityState> sent) throws IOException {
    int parts = 0;
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean items = json.getCurrentName().equals("items");
      boolean noErrors = json.getCurrentName().equals("errors") && !json.nextBooleanValue();
      if (noErrors) {
        return sent.size();
      }
      if (items) {
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          JsonNode item = Json.MAPPER.readTree(json);
          judge(item.elements().next(), sent.get(parts++));
        }
      } else if (json.currentToken() == JsonToken.FIELD_NAME) {
        json.nextToken();
        json.skipChildren();
      }
    }
    return parts;
  }

  private void judge(JsonNode item, EntityState state) {
    int status = item.path("status").asInt();
    JsonNode error = item.path("error");
    // A conflict: a newer state is there. Nothing found to delete: so much the better.
    if (error.isMissingNode() || status == VERSION_CONFLICT) {
      return;
    }
    String type = error.path("type").asText("");
    String message = type + ": " + error.path("reason").asText("");
    JsonNode cause = error.path("caused_by").path("reason");
    if (!cause.isMissingNode()) {
      message += ": " + cause.asText();
    }
    CoStoreErrorCode code = Failures.of(status, type);
    if (status == 400 && code == CoStoreErrorCode.UNEXPECTED_ANSWER) {
      rejected.add(new RejectedState(state, Failures.shorten(message)));
      return;
    }
    CoStoreException failure = new CoStoreException(code, Failures.shorten(message));
    if (!code.isRetryable() && status < 500) {
      throw failure;
    }
    again.add(state);
    reason = failure;
  }

  /** Those that can never be taken. */
  List<RejectedState> rejected() {
    return rejected;
  }

  /** Those that may be taken when sent again. */
  List<EntityState> again() {
    return again;
  }

  /** Why one of {@link #again} was not taken; null where all were. */
  CoStoreException reason() {
    return reason;
  }
}
