/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.RejectedState;

/**
 * Writes states in bulk requests: some are on their way while the next is being encoded. In which
 * order they come does not matter, as long as no state is in two of them, or its versions differ.
 */
final class BulkWriter {
  /** Elasticsearch writes each request in one thread. */
  static final int MOST_UNDER_WAY = 2;

  private static final int SMALL_BODY = 64 << 10;

  private final Requests requests;
  private final ElasticsearchConfig config;
  private final Documents documents;
  private final CoStoreMetrics metrics;

  BulkWriter(Requests requests, ElasticsearchConfig config, CoStoreMetrics metrics) {
    this.requests = requests;
    this.config = config;
    this.documents = new Documents(config.fullText());
    this.metrics = metrics;
  }

  /** A request under way. */
  private static final class Sent {
    private final BulkBody body;
    private final Requests.Pending answer;

    Sent(BulkBody body, Requests.Pending answer) {
      this.body = body;
      this.answer = answer;
    }
  }

  /**
   * Writes all.
   *
   * @param aliases where to, by kind; they have to exist
   * @return those that can never be written
   */
  List<RejectedState> write(List<EntityState> states, Function<EntityKind, String> aliases) {
    List<RejectedState> rejected = new ArrayList<>();
    Deque<Sent> underWay = new ArrayDeque<>(MOST_UNDER_WAY);
    try {
      int expected = SMALL_BODY;
      for (int next = 0; next < states.size(); ) {
        BulkBody body = new BulkBody(documents, config.bulkBytes(), expected);
        while (next < states.size() && !body.isFull()) {
          EntityState state = states.get(next++);
          RejectedState never = body.add(state, aliases.apply(state.kind()));
          if (never != null) {
            rejected.add(never);
          }
        }
        // Mostly the next one is about as long, and need not grow.
        expected = Math.max(SMALL_BODY, body.length() + body.length() / 8);
        if (body.isEmpty()) {
          continue;
        }
        if (underWay.size() == MOST_UNDER_WAY) {
          rejected.addAll(finish(underWay.remove(), aliases));
        }
        underWay.add(new Sent(body, requests.startWrite(request(body))));
      }
      while (!underWay.isEmpty()) {
        rejected.addAll(finish(underWay.remove(), aliases));
      }
    } finally {
      underWay.forEach(sent -> sent.answer.cancel());
    }
    metrics.applied(states.size() - rejected.size(), rejected.size());
    return rejected;
  }

  private static Request request(BulkBody body) {
    Request request = Requests.lines("POST", "/_bulk", body.bytes(), body.length());
    request.addParameter("require_alias", "true");
    request.addParameter("filter_path", "errors,items.*.status,items.*.error");
    return request;
  }

  private List<RejectedState> finish(Sent sent, Function<EntityKind, String> aliases) {
    List<RejectedState> rejected = new ArrayList<>();
    List<EntityState> remaining = new ArrayList<>(sent.body.states());
    Requests.Pending[] first = {sent.answer};
    requests.retryWrite(
        () -> {
          BulkAnswer answer = answer(first, remaining, aliases);
          rejected.addAll(answer.rejected());
          remaining.clear();
          remaining.addAll(answer.again());
          if (answer.reason() != null) {
            throw answer.reason();
          }
          return null;
        });
    return rejected;
  }

  /** The answer to the request under way, or else to a new one with what remains. */
  private BulkAnswer answer(
      Requests.Pending[] first, List<EntityState> remaining, Function<EntityKind, String> aliases) {
    Requests.Pending pending = first[0];
    first[0] = null;
    if (pending == null) {
      BulkBody body = new BulkBody(documents, Integer.MAX_VALUE, SMALL_BODY);
      for (EntityState state : remaining) {
        body.add(state, aliases.apply(state.kind()));
      }
      pending = requests.startWrite(request(body));
    }
    return BulkAnswer.of(pending.await(), List.copyOf(remaining));
  }
}
