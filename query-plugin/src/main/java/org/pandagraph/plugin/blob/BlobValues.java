/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.ByteArray;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;

/**
 * Between Neo4j's values and blobs: a blob is the string of its reference; bytes are a blob that
 * stands for itself. Thread-safe.
 */
public final class BlobValues {
  private final Supplier<BlobStore> store;

  /** A parameter's bytes meet us once a row as the same object: hashed at the first meeting. */
  private final Cache<ByteArray, BlobValue> inline = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param store asked for when a content is written or read
   */
  public BlobValues(Supplier<BlobStore> store) {
    this.store = Objects.requireNonNull(store);
  }

  /** The blob a value is: empty for values that are none. */
  public Optional<BlobValue> blobOf(AnyValue value) {
    if (value instanceof TextValue) {
      return Blob.fromReference(((TextValue) value).stringValue()).map(BlobValue::stored);
    }
    if (value instanceof ByteArray) {
      return Optional.of(
          inline.get((ByteArray) value, bytes -> BlobValue.inline(bytes.asObject())));
    }
    return Optional.empty();
  }

  /** What a property, a result or a variable holds of a blob. */
  public static TextValue valueOf(Blob blob) {
    return Values.utf8Value(blob.toReference());
  }

  /**
   * Stores a content.
   *
   * @throws CypherPlusError where the store is down
   */
  public Blob store(byte[] content) {
    try {
      return store.get().store(content);
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    }
  }

  /** The blob as the AIPM client wants it: the content is opened where the service lacks it. */
  public BlobContent content(BlobValue blob) {
    return new BlobContent(blob, store);
  }
}
