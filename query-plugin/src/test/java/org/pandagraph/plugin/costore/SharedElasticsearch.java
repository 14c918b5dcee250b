/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import org.pandagraph.servers.ElasticsearchServer;

/** One real Elasticsearch for all tests of this process that leave it running; never close it. */
final class SharedElasticsearch {
  private static final ElasticsearchServer SERVER = ElasticsearchServer.start();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private SharedElasticsearch() {}

  static String url() {
    return SERVER.url();
  }
}
