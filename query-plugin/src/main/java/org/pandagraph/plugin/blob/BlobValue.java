/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import java.util.Objects;
import java.util.Optional;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.type.ContentTypes;

/**
 * A blob as a query has it: a reference to the store, or bytes that lie nowhere else. Immutable.
 */
public final class BlobValue {
  private final Blob blob;
  private final byte[] inline;

  private BlobValue(Blob blob, byte[] inline) {
    this.blob = Objects.requireNonNull(blob);
    this.inline = inline;
  }

  static BlobValue stored(Blob blob) {
    return new BlobValue(blob, null);
  }

  /** Bytes that stand for themselves; not copied. */
  static BlobValue inline(byte[] content) {
    BlobDigest digest = BlobDigest.ofContent(content);
    return new BlobValue(new Blob(digest, content.length, ContentTypes.of(content)), content);
  }

  /** Its identity, length and type. */
  public Blob blob() {
    return blob;
  }

  /** The content where it is at hand; must not be changed. */
  Optional<byte[]> inline() {
    return Optional.ofNullable(inline);
  }
}
