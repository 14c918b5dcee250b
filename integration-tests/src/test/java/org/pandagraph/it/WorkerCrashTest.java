/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** A model's process dies while a query waits for it. */
@Tag("faults")
@ExtendWith(SharedServer.class)
class WorkerCrashTest {
  private static final int PICTURES = 12;

  @Test
  void theQueryEndsAndTheNextOneWorks(SharedServer.Shared shared) throws Exception {
    PandaServer server = shared.server();
    People people = People.find(server);
    BufferedImage group = people.group();
    for (int i = 0; i < PICTURES; i++) {
      // Each another picture, so that none is answered from a cache.
      server.importFile(
          "crash-" + i + ".jpg", Pictures.jpeg(Pictures.brighter(group, 0.8f + i * 0.02f)));
    }
    List<ProcessHandle> workers =
        server.home().aipmPid().process().orElseThrow().descendants().toList();
    assertThat(workers).as("the service's worker processes").isNotEmpty();

    CompletableFuture<Object> query =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Value counts =
                    server.value(
                        "UNWIND range(0, $last) AS i RETURN collect(Blob.fromFile('crash-' +"
                            + " toString(i) + '.jpg')->faceCount)",
                        Map.of("last", PICTURES - 1));
                return counts.asList();
              } catch (Neo4jException e) {
                return e;
              }
            });
    while (workers.stream().anyMatch(ProcessHandle::isAlive) && !query.isDone()) {
      workers.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(50);
    }

    Object result = query.get(3, TimeUnit.MINUTES);
    if (result instanceof Neo4jException error) {
      assertThat(error.getMessage()).doesNotContain("panda.internal");
    } else {
      assertThat((List<?>) result).hasSize(PICTURES);
    }
    assertThat(server.value("RETURN Blob.fromFile('crash-0.jpg')->faceCount").asInt())
        .isEqualTo(people.count());
  }
}
