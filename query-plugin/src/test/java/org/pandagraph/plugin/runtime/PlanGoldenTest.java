/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.pandagraph.plugin.plan.SeekCost;

/** What becomes of a plan: query, plan before, plan after. */
class PlanGoldenTest {
  private static CoStoreDbms neo4j;

  @BeforeAll
  static void start() {
    neo4j = new CoStoreDbms(SeekCost.NOTHING);
    neo4j.run(
        """
        UNWIND range(0, 199) AS i
        CREATE (p:Paper {id: i, country: 'c' + i % 10, title: 't' + i})
        """);
    neo4j.run("UNWIND range(0, 19) AS i CREATE (:Venue {id: i, name: 'v' + i})");
    neo4j.run(
        """
        MATCH (p:Paper), (q:Paper) WHERE q.id = p.id + 1
        CREATE (p)-[:CITES {weight: p.id % 5}]->(q)
        """);
    neo4j.run("MATCH (v:Venue), (p:Paper) WHERE v.id = p.id % 20 CREATE (p)-[:IN]->(v)");
    neo4j.run("CREATE INDEX venues FOR (v:Venue) ON (v.id)");
    neo4j.run("CALL db.awaitIndexes()");
    neo4j.catchUp();
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  private static String plan(String query, boolean pushdown) {
    neo4j.pushdown(pushdown);
    try (Transaction tx = neo4j.db().beginTx();
        Result result = tx.execute("CYPHER replan=force EXPLAIN " + query, Map.of("value", "c3"))) {
      StringBuilder text = new StringBuilder();
      append(result.getExecutionPlanDescription(), 0, text);
      return text.toString();
    } finally {
      neo4j.pushdown(true);
    }
  }

  private static void append(ExecutionPlanDescription plan, int depth, StringBuilder text) {
    text.append("  ".repeat(depth)).append(plan.getName());
    String details = String.valueOf(plan.getArguments().getOrDefault("Details", ""));
    text.append(details.isEmpty() ? "\n" : " " + details + "\n");
    for (ExecutionPlanDescription child : plan.getChildren()) {
      append(child, depth + 1, text);
    }
  }

  private static void assertPlans(String query, String before, String after) {
    assertThat(plan(query, false)).as("before: " + query).isEqualTo(before);
    assertThat(plan(query, true)).as("after: " + query).isEqualTo(after);
  }

  @Test
  void filterOverLabelScan() {
    assertPlans(
        "MATCH (p:Paper) WHERE p.country = 'c3' AND 10 < p.id <= 20 RETURN p",
        """
        ProduceResults p
          Filter p.country = $autostring_0 AND cache[p.id] > $autoint_1 AND cache[p.id] <= $autoint_2
            NodeByLabelScan p:Paper
        """,
        """
        ProduceResults p
          CoStoreSeek p:Paper WHERE p.country = $autostring_0 AND p.id <= $autoint_2 AND p.id > $autoint_1
        """);
  }

  @Test
  void metadataOfBlobs() {
    assertPlans(
        "MATCH (p:Paper) WHERE Blob.mime(p.scan) = 'image/png' AND p.scan->length > 1000 RETURN p",
        """
        ProduceResults p
          Filter Blob.mime(cache[p.scan]) = $autostring_0 AND cache[p.scan]->length > $autoint_2
            NodeByLabelScan p:Paper
        """,
        """
        ProduceResults p
          CoStoreSeek p:Paper WHERE Blob.mime(p.scan) = $autostring_0 AND p.scan->length > $autoint_2
        """);
    String natively =
        """
        ProduceResults p
          Filter Blob.mime1(Blob.mime(cache[p.scan])) = $autostring_0 AND cache[p.scan]->width > $autoint_2
            NodeByLabelScan p:Paper
        """;
    assertPlans(
        "MATCH (p:Paper) WHERE Blob.mime1(Blob.mime(p.scan)) = 'a' AND p.scan->width > 9 RETURN p",
        natively,
        natively);
  }

  @Test
  void whatCannotBePushedStaysAbove() {
    assertPlans(
        "MATCH (p:Paper) WHERE p.country = $value AND p.title =~ 't.*' RETURN p",
        """
        ProduceResults p
          Filter p.country = $value AND p.title =~ "t.*"
            NodeByLabelScan p:Paper
        """,
        """
        ProduceResults p
          Filter p.title =~ "t.*"
            CoStoreSeek p:Paper WHERE p.country = $value
        """);
  }

  @Test
  void nothingPushable() {
    String plan =
        """
        ProduceResults p
          Filter cache[p.title] =~ $autostring_0 AND p.country = cache[p.title]
            NodeByLabelScan p:Paper
        """;
    assertPlans(
        "MATCH (p:Paper) WHERE p.country = p.title AND p.title =~ 't.*' RETURN p", plan, plan);
  }

  @Test
  void disjunctions() {
    assertPlans(
        "MATCH (p:Paper) WHERE p.country = 'c3' OR p.title STARTS WITH 't1' RETURN p",
        """
        ProduceResults p
          Filter (p.title STARTS WITH $autostring_1 OR p.country = $autostring_0)
            NodeByLabelScan p:Paper
        """,
        """
        ProduceResults p
          CoStoreSeek p:Paper WHERE p.title STARTS WITH $autostring_1 OR p.country = $autostring_0
        """);
  }

  @Test
  void filterOverAllNodes() {
    assertPlans(
        "MATCH (n) WHERE n.name ENDS WITH '7' RETURN n",
        """
        ProduceResults n
          Filter n.name ENDS WITH $autostring_0
            AllNodesScan n
        """,
        """
        ProduceResults n
          CoStoreSeek n WHERE n.name ENDS WITH $autostring_0
        """);
  }

  @Test
  void filterOverRelationshipTypeScan() {
    assertPlans(
        "MATCH (a)-[r:CITES]->(b) USING SCAN r:CITES WHERE r.weight > 3 RETURN a, b",
        """
        ProduceResults a, b
          Filter r.weight > $autoint_0
            DirectedRelationshipTypeScan (a)-[r:CITES]->(b)
        """,
        """
        ProduceResults a, b
          CoStoreSeek (a)-[r:CITES]->(b) WHERE r.weight > $autoint_0
        """);
  }

  @Test
  void filterOverIndexSeek() {
    assertPlans(
        "MATCH (v:Venue) WHERE v.id > 3 AND v.name = 'v7' RETURN v",
        """
        ProduceResults v
          Filter v.name = $autostring_1
            NodeIndexSeekByRange BTREE INDEX v:Venue(id) WHERE id > $autoint_0
        """,
        """
        ProduceResults v
          CoStoreSeek v:Venue WHERE v.id > $autoint_0 AND v.name = $autostring_1
        """);
  }

  @Test
  void countOfAFilter() {
    assertPlans(
        "MATCH (p:Paper) WHERE p.country <> 'c3' RETURN count(p) AS papers",
        """
        ProduceResults papers
          EagerAggregation count(p) AS papers
            Filter not p.country = $autostring_0
              NodeByLabelScan p:Paper
        """,
        """
        ProduceResults papers
          CoStoreCount count(p) AS papers
            CoStoreSeek p:Paper WHERE not p.country = $autostring_0
        """);
  }

  @Test
  void filterThatNeo4jPulledOverAnApply() {
    assertPlans(
        """
        CREATE (new:Paper) WITH count(new) AS made MATCH (p:Paper) WHERE p.country = 'c3'
        RETURN made, p
        """,
        """
        ProduceResults made, p
          Filter p.country = $autostring_0
            Apply
              EagerAggregation count(new) AS made
                Create (new:Paper)
              NodeByLabelScan p:Paper
        """,
        """
        ProduceResults made, p
          Apply
            EagerAggregation count(new) AS made
              Create (new:Paper)
            CoStoreSeek p:Paper WHERE p.country = $autostring_0
        """);
  }

  @Test
  void joinsBeginWhereTheCoStoreFindsFewest() {
    assertPlans(
        "MATCH (p:Paper)-[:IN]->(v:Venue) WHERE p.title = 't17' OR p.id < 2 RETURN p, v",
        """
        ProduceResults p, v
          Filter (p.id < $autoint_1 OR p.title = $autostring_0) AND p:Paper
            Expand(All) (v)<-[anon_0:IN]-(p)
              NodeByLabelScan v:Venue
        """,
        """
        ProduceResults p, v
          Filter v:Venue
            Expand(All) (p)-[anon_0:IN]->(v)
              CoStoreSeek p:Paper WHERE p.id < $autoint_1 OR p.title = $autostring_0
        """);
  }

  @Test
  void relationshipsAreWhereToBeginWhereTheyAreFew() {
    assertPlans(
        "MATCH (a:Paper)-[r:CITES]->(b:Paper) WHERE r.weight = 7 RETURN a, b",
        """
        ProduceResults a, b
          Filter r.weight = $autoint_0 AND a:Paper
            Expand(All) (b)<-[r:CITES]-(a)
              NodeByLabelScan b:Paper
        """,
        """
        ProduceResults a, b
          Filter a:Paper AND b:Paper
            CoStoreSeek (a)-[r:CITES]->(b) WHERE r.weight = $autoint_0
        """);
  }

  @Test
  void cypherPlusStaysCypherPlus() {
    assertPlans(
        "MATCH (p:Paper) WHERE p.country = 'c3' AND p.photo->width > 3 RETURN p",
        """
        ProduceResults p
          Filter p.country = $autostring_0 AND p.photo->width > $autoint_2
            NodeByLabelScan p:Paper
        """,
        """
        ProduceResults p
          Filter p.photo->width > $autoint_2
            CoStoreSeek p:Paper WHERE p.country = $autostring_0
        """);
  }

  @Test
  void profileSaysWhatWasAskedAndWhyNot() {
    String query = "PROFILE MATCH (p:Paper) WHERE p.country = 'c4' RETURN p.id AS id";
    assertThat(profile(query))
        .containsPattern(
            "CoStoreSeek p:Paper WHERE p.country = \\$autostring_0, requests: 3, ms: [0-9.]+ 20\n");
    neo4j.up(false);
    assertThat(profile(query))
        .containsPattern(
            "CoStoreSeek p:Paper WHERE p.country = \\$autostring_0, requests: 0, ms: 0.0,"
                + " native: the co-store cannot be asked 20\n +NodeByLabelScan p:Paper 200\n");
    neo4j.up(true);
  }

  private static String profile(String query) {
    try (Transaction tx = neo4j.db().beginTx();
        Result result = tx.execute(query)) {
      result.resultAsString();
      StringBuilder text = new StringBuilder();
      appendRows(result.getExecutionPlanDescription(), 0, text);
      return text.toString();
    }
  }

  private static void appendRows(ExecutionPlanDescription plan, int depth, StringBuilder text) {
    text.append("  ".repeat(depth)).append(plan.getName());
    text.append(" " + plan.getArguments().get("Details"));
    text.append(" " + plan.getProfilerStatistics().getRows() + "\n");
    for (ExecutionPlanDescription child : plan.getChildren()) {
      appendRows(child, depth + 1, text);
    }
  }
}
