/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreHealth;

/** Finds out whether the indexes are there and take reads and writes. */
final class HealthCheck {
  private final Requests requests;
  private final Indexes indexes;

  HealthCheck(Requests requests, Indexes indexes) {
    this.requests = requests;
    this.indexes = indexes;
  }

  CoStoreHealth check() {
    try {
      indexes.cluster().checkOnce();
      Optional<Generation> generation = indexes.find();
      if (generation.isEmpty()) {
        return CoStoreHealth.bad(
            CoStoreErrorCode.INDEX_GONE, "there are no indexes: rebuild the co-store");
      }
      return checkIndexes(generation.get());
    } catch (CoStoreException e) {
      return CoStoreHealth.bad(e.code(), e.getMessage());
    }
  }

  private CoStoreHealth checkIndexes(Generation generation) {
    JsonNode settings =
        requests.readOnce(
            Requests.request("GET", "/" + generation.all() + "/_settings/index.blocks.*"));
    Iterator<JsonNode> all = settings.elements();
    while (all.hasNext()) {
      JsonNode blocks = all.next().path("settings").path("index").path("blocks");
      if (!blocks.isMissingNode() && blocks.toString().contains("true")) {
        return CoStoreHealth.bad(CoStoreErrorCode.READ_ONLY, "an index is blocked: " + blocks);
      }
    }
    String status =
        requests
            .readOnce(Requests.request("GET", "/_cluster/health/" + generation.all()))
            .path("status")
            .asText();
    if (status.equals("red")) {
      return CoStoreHealth.bad(
          CoStoreErrorCode.OVERLOADED, "a shard of " + generation.all() + " is not started");
    }
    return CoStoreHealth.good(
        "Elasticsearch "
            + indexes.cluster().version()
            + ", cluster "
            + indexes.cluster().uuid()
            + ", "
            + status
            + ", indexes "
            + indexes.names());
  }
}
