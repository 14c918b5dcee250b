/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.time.Duration;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.servers.HBaseServer;

/** One server for all tests of this module that leave it running; it ends with this JVM. */
final class RealHBase {
  private static HBaseServer server;

  private RealHBase() {}

  static synchronized String quorum() {
    if (server == null) {
      server = HBaseServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-hbase"));
    }
    return server.quorum();
  }

  /** A store's configuration for small servers, with timeouts that a test can wait for. */
  static HBaseBlobStoreConfig.Builder config(String quorum, String namespace) {
    return HBaseBlobStoreConfig.builder(quorum)
        .namespace(namespace)
        .regions(2)
        .connectTimeout(Duration.ofSeconds(10))
        .operationTimeout(Duration.ofSeconds(30))
        .rpcTimeout(Duration.ofSeconds(10));
  }
}
