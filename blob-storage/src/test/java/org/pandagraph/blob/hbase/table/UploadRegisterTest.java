/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStoreMetrics;

/** Who may go on with an upload: its writer, or who sweeps. */
class UploadRegisterTest extends ChunkTestCase {
  private static final BlobDigest DIGEST = BlobDigest.ofContent(new byte[] {1});

  private Cluster cluster;
  private UploadRegister register;

  @BeforeEach
  void openBelow() {
    StoreFaults faults = new StoreFaults(setup.config());
    cluster = new Cluster(setup.config(), faults, new BlobStoreMetrics());
    register =
        new UploadRegister(
            cluster, new Requests(setup.config(), faults), new Writes(setup.config()));
  }

  @AfterEach
  void closeBelow() {
    cluster.close();
  }

  private byte[] started() {
    byte[] upload = Layout.newId();
    register.start(upload).join();
    return upload;
  }

  @Test
  void aSilentWriterIsLockedOut() {
    byte[] upload = started();
    assertThat(register.claimForSweeping(upload)).isTrue();
    assertThat(register.renew(upload).join()).isFalse();
    assertThat(register.announce(upload, DIGEST).join()).isFalse();
  }

  @Test
  void whatHasAllItsChunksIsNotSwept() {
    byte[] upload = started();
    assertThat(register.announce(upload, DIGEST).join()).isTrue();
    assertThat(register.claimForSweeping(upload)).isFalse();
    assertThat(register.renew(upload).join()).isTrue();
  }

  /** Its writer woke up and came to its end after the register was read. */
  @Test
  void whatIsNoUploadAnyMoreIsNotSwept() throws Exception {
    byte[] upload = started();
    assertThat(register.announce(upload, DIGEST).join()).isTrue();
    register.forget(upload).join();
    int rows = raw.count(Layout.REGISTER_TABLE);
    assertThat(register.claimForSweeping(upload)).isFalse();
    assertThat(raw.count(Layout.REGISTER_TABLE)).isEqualTo(rows);
  }
}
