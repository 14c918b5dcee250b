/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.contract.CoStoreContract;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The contract against Elasticsearch's own image, whole distribution; skipped without Docker. */
class ElasticsearchContainerTest extends CoStoreContract {
  private static GenericContainer<?> container;
  private static int databases;

  private final ElasticsearchConfig config =
      ElasticsearchConfig.builder(
              "http://" + container.getHost() + ":" + container.getMappedPort(9200),
              "container" + ++databases)
          .replicas(0)
          .pageSize(50)
          .build();

  @BeforeAll
  static void startContainer() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker engine here: the same suite runs against the server that Maven fetches");
    container =
        new GenericContainer<>("elasticsearch:" + System.getProperty("elasticsearch.version"))
            .withEnv("discovery.type", "single-node")
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
            .withExposedPorts(9200)
            .waitingFor(Wait.forHttp("/_cluster/health").forPort(9200));
    container.start();
  }

  @AfterAll
  static void stopContainer() {
    if (container != null) {
      container.stop();
    }
  }

  @Override
  protected CoStore openStore() {
    return ElasticsearchCoStore.open(config);
  }
}
