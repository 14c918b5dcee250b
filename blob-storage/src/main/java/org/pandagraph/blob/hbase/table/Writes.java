/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CellBuilder;
import org.apache.hadoop.hbase.CellBuilderFactory;
import org.apache.hadoop.hbase.CellBuilderType;
import org.apache.hadoop.hbase.HConstants;
import org.apache.hadoop.hbase.client.Delete;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.Mutation;
import org.apache.hadoop.hbase.client.Put;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

/** Makes HBase's writes, with the store's durability. Immutable. */
final class Writes {
  private final Durability durability;

  Writes(HBaseBlobStoreConfig config) {
    this.durability = Durability.valueOf(config.durability().name());
  }

  Put put(byte[] row) {
    return new Put(row).setDurability(durability);
  }

  Delete delete(byte[] row) {
    return new Delete(row).setDurability(durability);
  }

  /** For what may come back after a crash without doing harm. */
  static <T extends Mutation> T soon(T mutation) {
    mutation.setDurability(Durability.ASYNC_WAL);
    return mutation;
  }

  /** Adds a cell that refers to a part of an array, without copying it. */
  static void addSlice(
      Put put, byte[] family, byte[] qualifier, byte[] array, int offset, int length) {
    CellBuilder cell = CellBuilderFactory.create(CellBuilderType.SHALLOW_COPY);
    try {
      put.add(
          cell.setRow(put.getRow())
              .setFamily(family)
              .setQualifier(qualifier)
              .setTimestamp(HConstants.LATEST_TIMESTAMP)
              .setType(Cell.Type.Put)
              .setValue(array, offset, length)
              .build());
    } catch (IOException otherRow) {
      throw new IllegalStateException(otherRow);
    }
  }
}
