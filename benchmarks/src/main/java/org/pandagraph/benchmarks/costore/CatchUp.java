/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Session;
import org.pandagraph.benchmarks.BenchmarkReport;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.elastic.PreparedBulk;

/**
 * How fast a co-store that was paused takes in what was committed meanwhile, against
 * Elasticsearch's own client that sends what was made before: the very same requests, as many at a
 * time, and one after the other, as simple clients do, the nodes as plain documents. Not
 * thread-safe.
 */
final class CatchUp {
  private static final int ROUNDS = 6;
  private static final int ENTITIES = 100_000;
  private static final int ENTITIES_A_COMMIT = 10_000;
  private static final int PLAIN_DOCUMENTS_A_REQUEST = 5_000;

  private static final String SAME = "same";
  private static final String PLAIN = "plain";
  private static final String WRITE =
      "UNWIND range($from, $to) AS i CREATE (:person {personId: 'late' + i, nameEn: 'Ada ' + i,"
          + " nationality: 'Atlantis', citations: i % 1000, citations5: i % 300})";
  private static final String PLAIN_INDEX =
      "{\"settings\":{\"index\":{\"number_of_shards\":1,\"number_of_replicas\":0,"
          + "\"refresh_interval\":\"-1\"}},\"mappings\":{\"_source\":{\"enabled\":false},"
          + "\"properties\":{\"label\":{\"type\":\"keyword\"},\"personId\":{\"type\":\"keyword\"},"
          + "\"nameEn\":{\"type\":\"keyword\"},\"nationality\":{\"type\":\"keyword\"},"
          + "\"citations\":{\"type\":\"long\"},\"citations5\":{\"type\":\"long\"}}}}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SharedJvm servers;
  private final String elasticsearch;

  /**
   * @param elasticsearch address of the co-store's server
   */
  CatchUp(SharedJvm servers, String elasticsearch) {
    this.servers = servers;
    this.elasticsearch = elasticsearch;
  }

  private enum Contestant {
    CO_STORE,
    SAME_REQUESTS,
    PLAIN_DOCUMENTS
  }

  void run(BenchmarkReport report) throws IOException, InterruptedException {
    Map<Contestant, double[]> seconds = new EnumMap<>(Contestant.class);
    for (Contestant contestant : Contestant.values()) {
      seconds.put(contestant, new double[ROUNDS]);
    }
    try (RawBulk raw = new RawBulk(elasticsearch)) {
      raw.create(SAME, PreparedBulk.index());
      raw.create(PLAIN, PLAIN_INDEX);
      // The first one is not counted.
      for (int round = -1; round < ROUNDS; round++) {
        for (int i = 0; i < Contestant.values().length; i++) {
          Contestant next = Contestant.values()[Math.floorMod(i + round, 3)];
          double needed = seconds(next, raw, (round + 1) * ENTITIES);
          if (round >= 0) {
            seconds.get(next)[round] = needed;
          }
        }
      }
    }
    double[] ours = seconds.get(Contestant.CO_STORE);
    report
        .ratio("bulk_over_raw", ratio(seconds.get(Contestant.SAME_REQUESTS), ours))
        .ratio("bulk_over_plain_documents", ratio(seconds.get(Contestant.PLAIN_DOCUMENTS), ours))
        .figure("catch_up_entities_per_s", ENTITIES / Spread.of(ours).median());
  }

  private static double ratio(double[] theirs, double[] ours) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = theirs[i] / ours[i];
    }
    return Spread.of(ratios).median();
  }

  /** What one needs for 100,000 nodes. */
  private double seconds(Contestant contestant, RawBulk raw, int from)
      throws IOException, InterruptedException {
    switch (contestant) {
      case SAME_REQUESTS:
        List<byte[]> same = PreparedBulk.bodies(states(from), SAME);
        raw.awaitMerges();
        return raw.send(SAME, same, PreparedBulk.UNDER_WAY);
      case PLAIN_DOCUMENTS:
        List<byte[]> plain = plainDocuments(from);
        raw.awaitMerges();
        return raw.send(PLAIN, plain, 1);
      default:
        return catchUp(raw, from);
    }
  }

  /** Seconds from when the co-store is let go on until it shows all. */
  private double catchUp(RawBulk raw, int from) throws IOException, InterruptedException {
    Session session = servers.session(Side.PANDA.name());
    session.run("CALL panda.costore.pause()").consume();
    for (int i = 0; i < ENTITIES; i += ENTITIES_A_COMMIT) {
      session
          .run(WRITE, Map.of("from", from + i, "to", from + i + ENTITIES_A_COMMIT - 1))
          .consume();
    }
    raw.awaitMerges();
    long start = System.nanoTime();
    session.run("CALL panda.costore.resume()").consume();
    while (session.run("CALL panda.costore.status()").single().get("lagTransactions").asLong()
        > 0) {
      Thread.sleep(50);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** The nodes as the co-store is given them. */
  private static List<EntityState> states(int from) {
    List<EntityState> states = new ArrayList<>(ENTITIES);
    for (int i = from; i < from + ENTITIES; i++) {
      states.add(EntityState.of(EntityKind.NODE, i, 1, Set.of("person"), properties(i)));
    }
    return states;
  }

  private static Map<String, Object> properties(int i) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("personId", "late" + i);
    properties.put("nameEn", "Ada " + i);
    properties.put("nationality", "Atlantis");
    properties.put("citations", i % 1000L);
    properties.put("citations5", i % 300L);
    return properties;
  }

  private static List<byte[]> plainDocuments(int from) throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    for (int start = from; start < from + ENTITIES; start += PLAIN_DOCUMENTS_A_REQUEST) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int i = start; i < start + PLAIN_DOCUMENTS_A_REQUEST; i++) {
        String action = "{\"index\":{\"_id\":\"" + i + "\"}}\n";
        body.writeBytes(action.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> document = properties(i);
        document.put("label", "person");
        body.writeBytes(JSON.writeValueAsBytes(document));
        body.write('\n');
      }
      bodies.add(body.toByteArray());
    }
    return bodies;
  }
}
