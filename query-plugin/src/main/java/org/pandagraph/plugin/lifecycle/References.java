/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.neo4j.storageengine.api.StorageProperty;
import org.neo4j.storageengine.api.txstate.EntityState;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.neo4j.values.storable.TextArray;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.UTF8StringValue;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.Blob;

/** Finds the references among properties: strings, and elements of lists of strings. */
final class References {
  private static final TextValue PREFIX =
      Values.utf8Value(Blob.PREFIX.getBytes(StandardCharsets.US_ASCII));

  private References() {}

  /** Hands over each blob that the value of a property refers to. */
  static void of(Value value, Consumer<Blob> blobs) {
    if (value instanceof UTF8StringValue) {
      // Compared as bytes: decoding each string of each transaction would cost more.
      if (((UTF8StringValue) value).startsWith(PREFIX)) {
        Blob.fromReference(((UTF8StringValue) value).stringValue()).ifPresent(blobs);
      }
    } else if (value instanceof TextValue) {
      Blob.fromReference(((TextValue) value).stringValue()).ifPresent(blobs);
    } else if (value instanceof TextArray) {
      TextArray array = (TextArray) value;
      for (int i = 0; i < array.length(); i++) {
        Blob.fromReference(array.stringValue(i)).ifPresent(blobs);
      }
    }
  }

  /** Adds what the properties that a transaction sets refer to. */
  static void setBy(ReadableTransactionState transaction, ReferredContents contents) {
    transaction.modifiedNodes().forEach(node -> setOn(node, contents));
    transaction.modifiedRelationships().forEach(r -> setOn(r, contents));
  }

  private static void setOn(EntityState entity, ReferredContents contents) {
    if (entity.hasPropertyChanges()) {
      for (StorageProperty property : entity.addedAndChangedProperties()) {
        of(property.value(), contents::add);
      }
    }
  }
}
