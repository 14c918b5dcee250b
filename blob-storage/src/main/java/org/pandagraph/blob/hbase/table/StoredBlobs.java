/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.StoredBlob;

/** What a scan of manifests finds, each content with its newest generation. For one thread. */
final class StoredBlobs implements Iterator<StoredBlob> {
  private final ResultScanner scanner;
  private final StoreFaults faults;

  /** Null where it has to be looked for. */
  private StoredBlob next;

  private boolean ended;

  StoredBlobs(ResultScanner scanner, StoreFaults faults) {
    this.scanner = scanner;
    this.faults = faults;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      Result row = nextRow();
      if (row == null) {
        ended = true;
        scanner.close();
      } else {
        next = describe(row);
      }
    }
    return next != null;
  }

  private Result nextRow() {
    try {
      return scanner.next();
    } catch (IOException | RuntimeException e) {
      scanner.close();
      throw faults.unavailable("list", e);
    }
  }

  private static StoredBlob describe(Result row) {
    Optional<Generation> newest = Generation.newest(row);
    return newest
        .map(
            found ->
                new StoredBlob(
                    BlobDigest.of(row.getRow()),
                    found.length(),
                    Instant.ofEpochMilli(found.time())))
        .orElse(null);
  }

  @Override
  public StoredBlob next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredBlob found = next;
    next = null;
    return found;
  }
}
