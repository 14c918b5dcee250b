/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.neo4j.values.AnyValue;
import org.neo4j.values.SequenceValue;
import org.neo4j.values.storable.ByteArray;
import org.pandagraph.plugin.blob.BlobValues;

/** One side of an operator: the items of a list, or one value. Immutable. */
final class Operand {
  private final boolean list;
  private final List<Item> items;

  private Operand(boolean list, List<Item> items) {
    this.list = list;
    this.items = Collections.unmodifiableList(items);
  }

  /** The operand of a value that is not null. */
  static Operand of(AnyValue value, BlobValues blobs) {
    List<Item> items = new ArrayList<>();
    boolean list = value instanceof SequenceValue && !(value instanceof ByteArray);
    if (list) {
      for (AnyValue item : (SequenceValue) value) {
        items.add(Item.of(item, blobs));
      }
    } else {
      items.add(Item.of(value, blobs));
    }
    return new Operand(list, items);
  }

  /** Whether it is a list, so that its items are its elements. */
  boolean isList() {
    return list;
  }

  int size() {
    return items.size();
  }

  /** Null where the list holds null there. */
  Item item(int index) {
    return items.get(index);
  }
}
