/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;

/** The contents that the properties of one transaction refer to. For one thread. */
final class ReferredContents {
  /** How long each one is, as its references say. */
  private final Map<BlobDigest, Long> lengths = new HashMap<>();

  /** References to a content of which another reference says another length. */
  private final Set<Blob> contradicting = new HashSet<>();

  void add(Blob blob) {
    Long before = lengths.putIfAbsent(blob.digest(), blob.length());
    if (before != null && before != blob.length()) {
      contradicting.add(blob);
    }
  }

  boolean isEmpty() {
    return lengths.isEmpty();
  }

  int size() {
    return lengths.size();
  }

  Set<BlobDigest> digests() {
    return Collections.unmodifiableSet(lengths.keySet());
  }

  /** Those that a store which holds these does not hold. */
  Set<BlobDigest> missing(Map<BlobDigest, Long> held) {
    Set<BlobDigest> missing = new HashSet<>(lengths.keySet());
    missing.removeAll(held.keySet());
    return missing;
  }

  /**
   * Those whose references say another length than the store.
   *
   * @param held bytes of all of them
   * @return what a reference says, in bytes
   */
  Map<BlobDigest, Long> wrongLengths(Map<BlobDigest, Long> held) {
    Map<BlobDigest, Long> wrong = new LinkedHashMap<>();
    lengths.forEach(
        (digest, said) -> {
          if (!said.equals(held.get(digest))) {
            wrong.put(digest, said);
          }
        });
    for (Blob blob : contradicting) {
      // Of two lengths one is wrong at least.
      wrong.putIfAbsent(blob.digest(), blob.length());
    }
    return wrong;
  }
}
