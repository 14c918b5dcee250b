/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Objects;
import java.util.Optional;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.NumberValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.plugin.blob.BlobContent;
import org.pandagraph.plugin.blob.BlobValue;
import org.pandagraph.plugin.blob.BlobValues;

/** One value that is compared: an operand, or an item of an operand that is a list. Immutable. */
final class Item {
  private final ValueDomain type;
  private final Object value;

  private Item(ValueDomain type, Object value) {
    this.type = Objects.requireNonNull(type);
    this.value = value;
  }

  /** The item of a value; null for null. */
  static Item of(AnyValue value, BlobValues blobs) {
    if (value == Values.NO_VALUE) {
      return null;
    }
    Optional<BlobValue> blob = blobs.blobOf(value);
    if (blob.isPresent()) {
      BlobContent content = blobs.content(blob.get());
      return new Item(ValueDomain.of(content.mimeType()), content);
    }
    return new Item(ValueTypes.of(value), plain(value));
  }

  private static Object plain(AnyValue value) {
    if (value instanceof TextValue) {
      return ((TextValue) value).stringValue();
    } else if (value instanceof NumberValue) {
      return ((NumberValue) value).asObject();
    } else if (value instanceof BooleanValue) {
      return ((BooleanValue) value).booleanValue();
    }
    return value;
  }

  ValueDomain type() {
    return type;
  }

  /** A BlobContent, String, Number, Boolean, or any other value as Neo4j has it. */
  Object value() {
    return value;
  }

  boolean isBlob() {
    return value instanceof BlobContent;
  }

  /** The content of an item that is a blob. */
  BlobContent content() {
    return (BlobContent) value;
  }

  /** Whether both are blobs of one content. */
  boolean isSameBlobAs(Item other) {
    return isBlob() && value.equals(other.value);
  }
}
