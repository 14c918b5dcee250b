/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.apache.hadoop.hbase.DoNotRetryIOException;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;

class StoreFaultsTest {
  private final StoreFaults faults =
      new StoreFaults(HBaseBlobStoreConfig.builder("quorum:1").namespace("somewhere").build());

  @Test
  void aLongRowHidesNothing() {
    String row = "\\xC3".repeat(500);
    BlobException e =
        faults.unavailable(
            "write to",
            new CompletionException(
                new DoNotRetryIOException(
                    "Cell["
                        + row
                        + "/Put/vlen=200000] with size 200073 exceeds limit of 30000 bytes"
                        + "\n\tat somewhere")));

    assertThat(e.code()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
    assertThat(e)
        .hasMessageStartingWith("cannot write to the blob store in HBase (ZooKeeper quorum:1")
        .hasMessageContainingAll("somewhere", "panda.blob.hbase.chunk_size", "Cell[\\xC3")
        .hasMessageEndingWith("with size 200073 exceeds limit of 30000 bytes");
    assertThat(e.getMessage()).hasSizeLessThan(700);
  }
}
