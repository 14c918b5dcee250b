/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.neo4j.batchinsert.BatchInserter;
import org.neo4j.batchinsert.BatchInserters;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.layout.Neo4jLayout;

/**
 * Writes an academic graph into an empty Neo4j home: the labels, types and property names of
 * PandaDB's performance tests, with values and degrees as skewed as in such graphs (citations and
 * degrees follow power laws, a few countries have most papers). The same seed gives the same graph.
 * Not thread-safe.
 */
final class AcademicGraph {
  /** By how much more often the first of a kind is linked to than the last. */
  private static final double DEGREE_SKEW = 2.5;

  private final GraphSize size;
  private final SplittableRandom random;
  private final Map<Kind, long[]> ids = new EnumMap<>(Kind.class);

  AcademicGraph(GraphSize size, long seed) {
    this.size = size;
    this.random = new SplittableRandom(seed);
  }

  /** Writes one; arguments: home, nodes, relationships, seed. */
  public static void main(String[] args) throws IOException {
    GraphSize size = new GraphSize(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    new AcademicGraph(size, Long.parseLong(args[3])).write(Path.of(args[0]));
  }

  /**
   * Writes the database neo4j.
   *
   * @param home of a Neo4j that is not running, without a database
   */
  void write(Path home) throws IOException {
    // A first start makes the lookup indexes of labels and types, which an inserter does not.
    new DatabaseManagementServiceBuilder(home.toAbsolutePath()).build().shutdown();
    Config config =
        Config.newBuilder()
            .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
            .set(GraphDatabaseSettings.pagecache_memory, "512m")
            .build();
    BatchInserter inserter =
        BatchInserters.inserter(Neo4jLayout.of(config).databaseLayout("neo4j"), config);
    try {
      for (Kind kind : Kind.values()) {
        ids.put(kind, nodes(inserter, kind));
      }
      for (Link link : Link.values()) {
        relationships(inserter, link);
      }
    } finally {
      inserter.shutdown();
    }
  }

  private long[] nodes(BatchInserter inserter, Kind kind) {
    long[] made = new long[kind.count(size)];
    for (int i = 0; i < made.length; i++) {
      made[i] = inserter.createNode(properties(kind, i), kind);
    }
    return made;
  }

  private void relationships(BatchInserter inserter, Link link) {
    long[] from = ids.get(link.from());
    long[] to = ids.get(link.to());
    Map<String, Object> none = Map.of();
    for (int i = size.of(link); i > 0; i--) {
      inserter.createRelationship(
          from[random.nextInt(from.length)],
          to[skewed(to.length)],
          link,
          link == Link.paper_belong_topic ? Map.of("rank", 1L + random.nextInt(6)) : none);
    }
  }

  private int skewed(int length) {
    return (int) (length * Math.pow(random.nextDouble(), DEGREE_SKEW));
  }

  private Map<String, Object> properties(Kind kind, int i) {
    Map<String, Object> properties = new LinkedHashMap<>();
    switch (kind) {
      case paper:
        properties.put("paperId", "paper" + i);
        properties.put("titleEn", Words.title(random));
        properties.put("country", Words.country(random));
        properties.put("language", random.nextInt(10) < 9 ? "en" : "zh");
        properties.put("type", random.nextInt(3) == 0 ? "Conference" : "Journal");
        properties.put("publishDate", "" + (1970 + skewed(50)) + "0" + (1 + random.nextInt(9)));
        properties.put("citation", powerLaw(3, 1.1, 200_000));
        break;
      case person:
        properties.put("personId", "person" + i);
        properties.put("nameEn", Words.name(random));
        properties.put("nationality", Words.country(random));
        long citations = powerLaw(4, 0.9, 500_000);
        properties.put("citations", citations);
        properties.put("citations5", citations / (2 + random.nextInt(4)));
        properties.put("publications5", powerLaw(1, 1.5, 300));
        break;
      case organization:
        properties.put("organizationId", "organization" + i);
        properties.put("nameEn", Words.title(random));
        properties.put("country", Words.country(random));
        properties.put("citations", powerLaw(20_000, 0.6, 100_000_000));
        properties.put("latitude", random.nextDouble(-40, 65));
        properties.put("longitude", random.nextDouble(-125, 150));
        break;
      default:
        properties.put("topicId", "topic" + i);
        properties.put("name", Words.title(random));
        properties.put("rank", 1L + skewed(12));
    }
    return properties;
  }

  /** Pareto's distribution, from 0 on: most values are around the scale, few are huge. */
  private long powerLaw(double scale, double shape, long most) {
    double value = scale * (Math.pow(1 - random.nextDouble(), -1 / shape) - 1);
    return (long) Math.min(most, value);
  }
}
