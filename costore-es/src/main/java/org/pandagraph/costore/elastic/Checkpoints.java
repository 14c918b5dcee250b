/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/** Reads and writes the document that says how far the indexes have been fed. */
final class Checkpoints {
  private static final String DOCUMENT = "/_doc/checkpoint";

  private final Requests requests;
  private final Indexes indexes;

  Checkpoints(Requests requests, Indexes indexes) {
    this.requests = requests;
    this.indexes = indexes;
  }

  Optional<Checkpoint> read() {
    Optional<Generation> generation = indexes.find();
    if (generation.isEmpty()) {
      return Optional.empty();
    }
    JsonNode found;
    try {
      found =
          requests.read(Requests.request("GET", "/" + generation.get().checkpoint() + DOCUMENT));
    } catch (CoStoreException e) {
      if (e.code() == CoStoreErrorCode.INDEX_GONE) {
        return Optional.empty();
      }
      throw e;
    }
    JsonNode source = found.path("_source");
    // Copied from another cluster, by a snapshot say: nobody knows as of when each index is.
    if (!source.path("cluster").asText().equals(indexes.cluster().uuid())) {
      return Optional.empty();
    }
    return Optional.of(
        new Checkpoint(
            source.path("store").asText(),
            source.path("transaction").asLong(),
            source.path("layout").asInt(),
            source.path("build").asText()));
  }

  void write(Checkpoint checkpoint, String alias) {
    ObjectNode source =
        Json.object()
            .put("store", checkpoint.storeId())
            .put("transaction", checkpoint.txId())
            .put("layout", checkpoint.layoutVersion())
            .put("build", checkpoint.build())
            .put("cluster", indexes.cluster().uuid());
    Request request = Requests.request("PUT", "/" + alias + DOCUMENT, source);
    request.addParameter("require_alias", "true");
    requests.write(request);
  }
}
