/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.query.ExecutingQuery;
import org.neo4j.kernel.impl.query.QueryExecutionMonitor;
import org.neo4j.monitoring.Monitors;
import org.pandagraph.plugin.RunningDbms;

/**
 * What Neo4j's query log is told. The log itself belongs to the Enterprise edition; it is written
 * from these events.
 */
class QueryLogTextTest {
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
  private static RunningDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j =
        RunningDbms.start(
            s -> s.setConfig(GraphDatabaseSettings.log_queries_obfuscate_literals, true));
    neo4j.component(Monitors.class).addMonitorListener(new Recorder());
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @BeforeEach
  void forget() {
    EVENTS.clear();
  }

  @Test
  void literalsAreHiddenInTheUsersTextOverBolt() {
    neo4j.rows("CYPHER runtime=interpreted RETURN 'secret' ~:jaro/0.5 'it' AS x, 42 AS y");
    assertThat(EVENTS)
        .containsExactly(
            "CYPHER runtime=interpreted RETURN ****** ~:jaro/****** ****** AS x, ****** AS y");
  }

  @Test
  void literalsAreHiddenEmbedded() {
    try (Transaction tx = neo4j.database().beginTx()) {
      tx.execute("RETURN <base64://aGk=>->length AS l, 'secret' AS s").resultAsString();
    }
    assertThat(EVENTS).contains("RETURN ******->length AS l, ****** AS s");
  }

  private static final class Recorder implements QueryExecutionMonitor {
    @Override
    public void startProcessing(ExecutingQuery query) {}

    @Override
    public void startExecution(ExecutingQuery query) {}

    @Override
    public void endFailure(ExecutingQuery query, Throwable failure) {
      EVENTS.add(failure.getMessage());
    }

    @Override
    public void endFailure(ExecutingQuery query, String reason) {
      EVENTS.add(reason);
    }

    @Override
    public void endSuccess(ExecutingQuery query) {
      EVENTS.add(query.snapshot().obfuscatedQueryText().orElse("not available"));
    }

    @Override
    public void beforeEnd(ExecutingQuery query, boolean success) {}
  }
}
