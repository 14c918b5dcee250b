/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.hbase.client.Get;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.BlobDigest;

/** Looks up how long contents are, many in one request. Thread-safe. */
final class Lengths {
  private static final int DIGESTS_A_REQUEST = 500;

  private final Cluster cluster;
  private final Requests requests;

  Lengths(Cluster cluster, Requests requests) {
    this.cluster = cluster;
    this.requests = requests;
  }

  /** Bytes of each content that is there. */
  Map<BlobDigest, Long> of(Collection<BlobDigest> digests) {
    List<BlobDigest> all = List.copyOf(digests);
    Map<BlobDigest, Long> lengths = new HashMap<>();
    for (int from = 0; from < all.size(); from += DIGESTS_A_REQUEST) {
      List<BlobDigest> some = all.subList(from, Math.min(all.size(), from + DIGESTS_A_REQUEST));
      List<Get> gets =
          some.stream()
              .map(digest -> new Get(digest.toBytes()).addFamily(Layout.MANIFEST))
              .collect(Collectors.toList());
      List<Result> rows = requests.call("look into", () -> cluster.tables().content().getAll(gets));
      for (int i = 0; i < some.size(); i++) {
        List<Generation> generations = Generation.of(rows.get(i));
        if (!generations.isEmpty()) {
          lengths.put(some.get(i), Collections.max(generations, Generation.BY_TIME).length());
        }
      }
    }
    return lengths;
  }
}
