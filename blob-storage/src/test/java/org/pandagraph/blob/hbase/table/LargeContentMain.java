/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.contract.Generated;
import org.pandagraph.blob.hbase.HBaseBlobStore;

/** Stores one content and reads it, and says how much heap that took at most. */
final class LargeContentMain {
  private LargeContentMain() {}

  /**
   * Stores and reads.
   *
   * @param args quorum, namespace, length (bytes)
   */
  public static void main(String[] args) throws Exception {
    long length = Long.parseLong(args[2]);
    try (BlobStore store = HBaseBlobStore.open(RealHBase.config(args[0], args[1]).build())) {
      Blob blob = store.store(new Generated(length, 1));
      try (InputStream in = store.open(blob)) {
        System.out.println("read " + in.transferTo(OutputStream.nullOutputStream()));
      }
    }
    long most = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        most += pool.getPeakUsage().getUsed();
      }
    }
    System.out.println("heap at most " + (most >> 20) + " MiB");
  }
}
