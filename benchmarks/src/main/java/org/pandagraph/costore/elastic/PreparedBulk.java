/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pandagraph.costore.EntityState;

/**
 * What the co-store sends to Elasticsearch, byte for byte, made before. In this package because
 * only it knows the documents. Thread-safe.
 */
public final class PreparedBulk {
  /** Requests that the co-store has under way at a time. */
  public static final int UNDER_WAY = BulkWriter.MOST_UNDER_WAY;

  private PreparedBulk() {}

  /**
   * The bodies of the requests that write some states.
   *
   * @param index which they are written to
   */
  public static List<byte[]> bodies(List<EntityState> states, String index) {
    Documents documents = new Documents(true);
    List<byte[]> bodies = new ArrayList<>();
    for (int next = 0; next < states.size(); ) {
      BulkBody body = new BulkBody(documents, Integer.MAX_VALUE, 1 << 20);
      while (next < states.size() && !body.isFull()) {
        if (body.add(states.get(next++), index) != null) {
          throw new IllegalArgumentException("no document: " + states.get(next - 1));
        }
      }
      bodies.add(Arrays.copyOf(body.bytes(), body.length()));
    }
    return bodies;
  }

  /** The settings and mappings of an index for them, as the co-store's own. */
  public static String index() {
    ObjectNode index = Json.object();
    index.set("settings", Json.object().set("index", Indexes.settings(1)));
    index.set("mappings", Json.resource("entities.json"));
    return index.toString();
  }
}
