/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.pandagraph.aipm.client.Content;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;

/** A blob as a content a model may be asked about. Immutable; equal where contents are. */
public final class BlobContent implements Content {
  private final BlobValue value;
  private final Supplier<BlobStore> store;
  private final String digest;

  BlobContent(BlobValue value, Supplier<BlobStore> store) {
    this.value = Objects.requireNonNull(value);
    this.store = Objects.requireNonNull(store);
    this.digest = value.blob().digest().toHex();
  }

  public Blob blob() {
    return value.blob();
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public String mimeType() {
    return blob().mimeType();
  }

  @Override
  public long length() {
    return blob().length();
  }

  @Override
  public InputStream open() throws IOException {
    return value.inline().isPresent()
        ? new ByteArrayInputStream(value.inline().get())
        : store.get().open(blob());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobContent && blob().equals(((BlobContent) other).blob());
  }

  @Override
  public int hashCode() {
    return blob().hashCode();
  }

  @Override
  public String toString() {
    return blob().toString();
  }
}
