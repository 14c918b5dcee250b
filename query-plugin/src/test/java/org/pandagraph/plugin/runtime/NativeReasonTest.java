/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.pandagraph.plugin.plan.SeekCost;

/** Seeks that are planned and then answered by the graph: what for, and rightly. */
class NativeReasonTest {
  private static final int PAPERS = 40_000;
  private static final String BY_COUNTRY =
      "MATCH (p:Paper) WHERE p.country = $country RETURN p.id AS id ORDER BY id";

  private static CoStoreDbms neo4j;

  /** With the costs as they are, and nodes enough for a request to pay. */
  @BeforeAll
  static void start() {
    neo4j = new CoStoreDbms(SeekCost.MEASURED);
    neo4j.run(
        """
        UNWIND range(1, %d) AS i
        CREATE (:Paper {id: i, country: CASE WHEN i < 10 THEN 'Malta' ELSE 'India' END})
        """
            .formatted(PAPERS));
    neo4j.run("CREATE (:Secret {country: 'Malta'})");
    neo4j.run("UNWIND range(1, 100) AS i CREATE (:Venue {id: i})");
    neo4j.run("CREATE INDEX papers FOR (p:Paper) ON (p.id)");
    neo4j.run("CALL db.awaitIndexes()");
    neo4j.catchUp();
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  private static long natively(NativeReason reason) {
    return neo4j.figures().nativeSeeks().getOrDefault(reason, 0L);
  }

  private static long pushed() {
    return neo4j.figures().pushedSeeks();
  }

  @Test
  void moreRowsThanPlanned() {
    long pushed = pushed();
    assertThat(neo4j.run(BY_COUNTRY, Map.of("country", "Malta"))).hasSize(9);
    assertThat(pushed()).isEqualTo(pushed + 1);
    long before = natively(NativeReason.TOO_MANY);
    assertThat(neo4j.run(BY_COUNTRY, Map.of("country", "India"))).hasSize(PAPERS - 9);
    assertThat(natively(NativeReason.TOO_MANY)).isEqualTo(before + 1);
    assertThat(pushed()).isEqualTo(pushed + 1);
  }

  /** Planned for a short list; a store takes so many values and no more. */
  @Test
  void whatTheStoreCannotDecide() {
    String query = "MATCH (p:Paper) WHERE p.country IN $countries RETURN count(p.id) AS n";
    assertThat(neo4j.run(query, Map.of("countries", List.of("Malta")))).containsExactly("{n=9}");
    neo4j.memory().cannotDecide(true);
    try {
      long before = natively(NativeReason.NOT_PUSHABLE);
      assertThat(neo4j.run(query, Map.of("countries", List.of("Malta", "Chad"))))
          .containsExactly("{n=9}");
      assertThat(natively(NativeReason.NOT_PUSHABLE)).isEqualTo(before + 1);
    } finally {
      neo4j.memory().cannotDecide(false);
    }
  }

  /** As Neo4j Enterprise gives roles: some nodes are not there for them. */
  @Test
  void aUserWhoMayNotTraverseAll() {
    String query = "MATCH (n) WHERE n.country = 'Malta' RETURN count(n.id) + count(*) AS n";
    assertThat(neo4j.run(query)).containsExactly("{n=19}");
    long before = natively(NativeReason.RESTRICTED);
    assertThat(answer(query, "allowsTraverseAllLabels", "allowsTraverseNode"))
        .containsExactly("{n=0}");
    assertThat(natively(NativeReason.RESTRICTED)).isEqualTo(before + 1);
  }

  /** To them all values of a property are null, and the co-store has them all. */
  @Test
  void aUserWhoMayNotReadAProperty() {
    String query = "MATCH (p:Paper) WHERE p.country = 'Malta' RETURN p.id AS id";
    assertThat(neo4j.run(query)).hasSize(9);
    long before = natively(NativeReason.RESTRICTED);
    assertThat(answer(query, "allowsReadPropertyAllLabels", "allowsReadNodeProperty")).isEmpty();
    assertThat(natively(NativeReason.RESTRICTED)).isEqualTo(before + 1);
  }

  @Test
  void aUserWhoMayNotReadAPropertyDoesNotCountByIt() {
    String query = "MATCH (p:Paper) WHERE p.country = 'Malta' RETURN count(p) AS n";
    long counted = neo4j.figures().countedSeeks();
    assertThat(neo4j.run(query)).containsExactly("{n=9}");
    assertThat(answer(query, "allowsReadPropertyAllLabels", "allowsReadNodeProperty"))
        .containsExactly("{n=0}");
    assertThat(neo4j.figures().countedSeeks()).isEqualTo(counted + 1);
  }

  /** The rows of a query of somebody to whom these questions are answered with no. */
  private static List<String> answer(String query, String... forbidden) {
    List<String> no = List.of(forbidden);
    AccessMode mode =
        (AccessMode)
            Proxy.newProxyInstance(
                AccessMode.class.getClassLoader(),
                new Class<?>[] {AccessMode.class},
                (proxy, method, arguments) -> {
                  if (no.contains(method.getName())) {
                    return false;
                  }
                  try {
                    return method.invoke(AccessMode.Static.READ, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    try (Transaction tx = neo4j.db().beginTx()) {
      InternalTransaction internal = (InternalTransaction) tx;
      try (KernelTransaction.Revertable ignored =
          internal.overrideWith(internal.securityContext().withMode(mode))) {
        return CoStoreDbms.rows(tx, query, Map.of());
      }
    }
  }

  /** One request for each row would be slower than an index by a thousand times. */
  @Test
  void aLookupOfEachRowInAnIndexIsLeftToIt() {
    long pushed = pushed();
    assertThat(
            neo4j.run(
                """
                MATCH (v:Paper) WITH v LIMIT 30000
                MATCH (p:Paper) WHERE p.id = v.id AND p.country = 'Malta' RETURN count(*) AS n
                """))
        .containsExactly("{n=9}");
    assertThat(pushed()).isLessThanOrEqualTo(pushed + 1);
  }

  /** A scan for each row takes longer than a request for each. */
  @Test
  void aScanForEachRowIsARequestForEach() {
    long pushed = pushed();
    assertThat(
            neo4j.run(
                "UNWIND ['Malta', 'Chad', 'Mali'] AS country"
                    + " MATCH (p:Paper) WHERE p.country = country RETURN count(*) AS n"))
        .containsExactly("{n=9}");
    assertThat(pushed()).isEqualTo(pushed + 3);
  }
}
