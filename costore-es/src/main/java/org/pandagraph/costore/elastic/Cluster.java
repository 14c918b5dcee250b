/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/**
 * Which cluster answers: the first one that did is the right one, until a rebuild fills another.
 * Thread-safe.
 */
final class Cluster {
  private static final String MAJOR = "8.";

  private final Requests requests;
  private volatile String uuid;
  private volatile String version = "";

  Cluster(Requests requests) {
    this.requests = requests;
  }

  /**
   * Asks who answers.
   *
   * @throws CoStoreException with WRONG_CLUSTER or WRONG_VERSION
   */
  void check() {
    compare(requests.read(Requests.request("GET", "/_cluster/state/version")));
    if (version.isEmpty()) {
      checkVersion(requests.read(Requests.request("GET", "/_nodes/_all/_none")));
    }
  }

  /** As {@link #check}, but does not wait long, and not twice. */
  void checkOnce() {
    compare(requests.readOnce(Requests.request("GET", "/_cluster/state/version")));
    if (version.isEmpty()) {
      checkVersion(requests.readOnce(Requests.request("GET", "/_nodes/_all/_none")));
    }
  }

  /**
   * Takes whichever answers now for the right one: nothing that was written to another is of use.
   *
   * @throws CoStoreException as {@link #check}
   */
  void adopt() {
    synchronized (this) {
      uuid = null;
      version = "";
    }
    check();
  }

  private synchronized void compare(JsonNode answer) {
    String present = answer.path("cluster_uuid").asText("");
    if (present.isEmpty() || present.equals("_na_")) {
      throw new CoStoreException(
          CoStoreErrorCode.OVERLOADED, "the cluster has not been formed yet: " + answer);
    }
    if (uuid == null) {
      uuid = present;
    } else if (!uuid.equals(present)) {
      throw new CoStoreException(
          CoStoreErrorCode.WRONG_CLUSTER,
          "the cluster is "
              + present
              + ", but it was "
              + uuid
              + ": the co-store has to be rebuilt");
    }
  }

  private void checkVersion(JsonNode answer) {
    Iterator<JsonNode> nodes = answer.path("nodes").elements();
    String found = "";
    while (nodes.hasNext()) {
      found = nodes.next().path("version").asText("");
      if (!found.startsWith(MAJOR)) {
        throw new CoStoreException(
            CoStoreErrorCode.WRONG_VERSION,
            "a node runs Elasticsearch " + found + "; the co-store speaks with 8.x");
      }
    }
    version = found;
  }

  /** Its identity; null before the first check. */
  String uuid() {
    return uuid;
  }

  /** Of one of its nodes; empty before the first check. */
  String version() {
    return version;
  }
}
