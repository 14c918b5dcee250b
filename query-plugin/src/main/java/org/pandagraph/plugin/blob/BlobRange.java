/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import org.pandagraph.blob.Blob;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Bytes of a content that a query asks for, cut where the content ends. Immutable. */
final class BlobRange {
  private final long offset;
  private final long length;

  private BlobRange(long offset, long length) {
    this.offset = offset;
    this.length = length;
  }

  /**
   * @param offset from 0 to the blob's length
   * @param length at least 0
   * @throws CypherPlusError INVALID_ARGUMENT where one of them is not
   */
  static BlobRange of(Blob blob, long offset, long length) {
    if (offset < 0 || offset > blob.length()) {
      throw invalid(
          "offset " + offset + " lies outside the blob: it has " + blob.length() + " bytes");
    }
    if (length < 0) {
      throw invalid("a length is at least 0, not " + length);
    }
    return new BlobRange(offset, Math.min(length, blob.length() - offset));
  }

  long offset() {
    return offset;
  }

  long length() {
    return length;
  }

  /** The offset of the first byte behind it. */
  long end() {
    return offset + length;
  }

  private static CypherPlusError invalid(String problem) {
    return new CypherPlusError(
        PluginErrorCode.INVALID_ARGUMENT, problem, CypherPlusError.NO_OFFSET);
  }
}
