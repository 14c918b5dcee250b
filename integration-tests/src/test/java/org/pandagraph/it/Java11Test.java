/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plugin in a stock Neo4j on Java 11, which is Neo4j 4.4's own. */
@Tag("java11")
class Java11Test {
  @Test
  void theTenQueriesGiveTheSameAnswers() {
    Optional<Path> java11 = Jdk11.find();
    assumeTrue(java11.isPresent(), "no JDK 11 could be had: " + Jdk11.whyNot());
    try (PandaServer server =
        PandaServer.start(
            options -> {
              options.java = java11.orElseThrow();
              options.boltPort = 0;
              options.httpPort = 0;
              options.aipmPort = 0;
            })) {
      assertThat(
              server
                  .value(
                      "CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN"
                          + " attributes.SpecVersion.value")
                  .asString())
          .isEqualTo("11");
      TenQueries.prepare(server);
      for (TenQueries.Question question : TenQueries.ALL) {
        assertThat(
                TenQueries.normal(
                    TenQueries.json(server.query(question.query(), question.parameters()))))
            .as(question.query())
            .isEqualTo(TenQueries.normal(question.rows()));
      }
    }
  }
}
