/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.servers.ElasticsearchServer;

/** Neo4j with a co-store whose server is killed, paused, blocked, emptied: each test mends it. */
@Timeout(300)
class CoStoreFaultsTest {
  private static ElasticsearchServer server;
  private static ElasticsearchAdmin admin;
  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    server = ElasticsearchServer.start();
    admin = new ElasticsearchAdmin(server.url());
    neo4j = FaultScenario.start(server.url());
  }

  @AfterAll
  static void stop() {
    neo4j.close();
    server.close();
  }

  @Test
  void killed() throws Exception {
    FaultScenario.run(neo4j, "UNREACHABLE", server::kill, server::restart);
  }

  @Test
  void paused() throws Exception {
    FaultScenario.run(neo4j, "TIMEOUT", server::pause, server::resume);
  }

  @Test
  void itsIndexesDeleted() throws Exception {
    FaultScenario.run(
        neo4j,
        // Elasticsearch's words where a request meets it, ours where the name is looked up first.
        "no such index|there are no indexes",
        () -> admin.indexes(neo4j.prefix()).forEach(name -> admin.send("DELETE", "/" + name, null)),
        () -> {});
  }

  @Test
  void readOnlyAsForLackOfDisk() throws Exception {
    FaultScenario.run(neo4j, "READ_ONLY", () -> block("true"), () -> block("null"));
  }

  private static void block(String value) {
    admin.send(
        "PUT",
        "/" + neo4j.prefix() + "-*/_settings",
        "{\"index.blocks.read_only_allow_delete\": " + value + "}");
  }

  @Test
  void anotherClusterAtItsAddress() throws Exception {
    FaultScenario.run(neo4j, "the cluster is", server::restartEmpty, () -> {});
  }
}
