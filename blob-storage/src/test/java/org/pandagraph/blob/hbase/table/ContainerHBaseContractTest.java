/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.testcontainers.DockerClientFactory;

/** The contract on HBase's own distribution in a container; skipped where no Docker engine runs. */
class ContainerHBaseContractTest extends HBaseContract {
  private ContainerHBase container;

  @Override
  String quorum() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker engine answers here; HBaseBlobStoreContractTest runs the same without one");
    container = ContainerHBase.start();
    return container.quorum();
  }

  @AfterAll
  void stop() {
    if (container != null) {
      container.close();
    }
  }
}
