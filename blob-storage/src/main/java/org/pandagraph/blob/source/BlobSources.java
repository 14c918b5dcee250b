/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;

/**
 * Reads what a blob literal names into a store, within the limits of a {@code SourcePolicy}.
 * Thread-safe.
 */
public interface BlobSources {
  /**
   * Reads the content a URI names, checks it against the policy, and stores it.
   *
   * @param uri as in a literal, without angle brackets: {@code file://a.png}, {@code
   *     https://example.org/a.png}, {@code base64://aGk=}
   * @throws org.pandagraph.blob.BlobException where it is malformed, not allowed, absent, too large
   *     or too slow
   */
  Blob read(String uri, BlobStore store);

  /**
   * Reads a file by its path, as {@code Blob.fromFile} names it: no percent sign or question mark
   * in it means anything.
   *
   * @param path absolute, or relative to the import directory; a {@code file:} URI is taken as one
   * @throws org.pandagraph.blob.BlobException as {@link #read}
   */
  default Blob readFile(String path, BlobStore store) {
    boolean uri = path.regionMatches(true, 0, "file:", 0, 5);
    return read(uri ? path : "file://" + path.replace("%", "%25"), store);
  }
}
