/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.blob.contract.ChildJvm;

/** A content that is larger than the memory of whoever stores and reads it. */
@Timeout(240)
class LargeContentTest {
  @Test
  void aGibibyteGoesThroughAHeapOfHalfThat() throws Exception {
    long length = 1L << 30;
    try (ChildJvm child =
        ChildJvm.start(
            List.of(), "512m", LargeContentMain.class, RealHBase.quorum(), "large", length)) {
      List<String> said = child.rest();
      assertThat(said).contains("read " + length);
      said.forEach(System.out::println);
    }
    try (RawCells raw = new RawCells(RealHBase.quorum(), "large")) {
      assertThat(raw.count(Layout.CHUNK_TABLE)).isEqualTo(1024);
      for (String table :
          List.of(Layout.CONTENT_TABLE, Layout.CHUNK_TABLE, Layout.REGISTER_TABLE)) {
        raw.connection().getAdmin().disableTable(raw.name(table));
        raw.connection().getAdmin().deleteTable(raw.name(table));
      }
    }
  }
}
