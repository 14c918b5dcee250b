/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.util.concurrent.atomic.AtomicInteger;
import org.pandagraph.servers.ElasticsearchServer;

/** One server for all tests of this JVM that do not harm it; ends with the JVM. */
final class RealElasticsearch {
  private static ElasticsearchServer server;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private RealElasticsearch() {}

  static synchronized ElasticsearchServer server() {
    if (server == null) {
      server = ElasticsearchServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-elasticsearch"));
    }
    return server;
  }

  /** A configuration for a database that nobody else uses. */
  static ElasticsearchConfig.Builder config() {
    return ElasticsearchConfig.builder(server().url(), "test" + DATABASES.incrementAndGet())
        .replicas(0);
  }
}
