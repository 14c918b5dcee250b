/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.e2e;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.pandagraph.benchmarks.servers.SharedJvm;
import org.pandagraph.benchmarks.servers.Spread;

/** Asks the contestants of one JVM the same queries in turns. */
final class Comparison {
  private static final int WARM_UP_ROUNDS = 3_000;

  /** Rounds that one contestant is asked in a row while what it spends is counted. */
  private static final int BLOCK_ROUNDS = 50;

  private static final int BLOCKS = 30;

  /** Whoever comes later finds warmer caches: all orders take turns. */
  private static final Contestant[][] ORDERS = orders();

  private final SharedJvm servers;

  Comparison(SharedJvm servers) {
    this.servers = servers;
  }

  /**
   * What the queries cost one contestant.
   *
   * @param latencyMicros median of each query, in microseconds
   * @param allocatedBytes by the JVM's Java threads, the average over all queries
   * @param processorMicros of the JVM's Java threads for one query, the median over blocks of
   *     queries
   */
  record Cost(double[] latencyMicros, double allocatedBytes, double processorMicros) {
    /** The sum of the queries' medians, in microseconds. */
    double sumMicros() {
      return Arrays.stream(latencyMicros).sum();
    }

    /**
     * The geometric mean of each query's own ratio of medians: a slow query does not hide a quick
     * one.
     */
    double latencyOver(Cost other) {
      double logs = 0;
      for (int i = 0; i < latencyMicros.length; i++) {
        logs += Math.log(latencyMicros[i] / other.latencyMicros[i]);
      }
      return Math.exp(logs / latencyMicros.length);
    }
  }

  Map<Contestant, Cost> run(int rounds) {
    for (String contestant : servers.order()) {
      Workload.fill(servers.session(contestant));
    }
    latencies(WARM_UP_ROUNDS);
    checkPlans();
    Map<Contestant, double[]> latencies = latencies(rounds);
    Map<Contestant, double[]> allocated = new EnumMap<>(Contestant.class);
    Map<Contestant, double[]> processor = new EnumMap<>(Contestant.class);
    count(allocated, processor);
    Map<Contestant, Cost> costs = new EnumMap<>(Contestant.class);
    for (Contestant contestant : Contestant.values()) {
      costs.put(
          contestant,
          new Cost(
              latencies.get(contestant),
              Arrays.stream(allocated.get(contestant)).average().orElseThrow(),
              Spread.of(processor.get(contestant)).median() / 1_000));
    }
    return costs;
  }

  /** Times of different plans say nothing of the plugin. */
  private void checkPlans() {
    String expected = Workload.plans(servers.session(Contestant.WITHOUT.name()));
    for (Contestant contestant : Contestant.values()) {
      String plans = Workload.plans(servers.session(contestant.name()));
      if (!plans.equals(expected)) {
        throw new IllegalStateException(
            contestant + " plans other than WITHOUT:\n" + plans + "\n" + expected);
      }
    }
  }

  private Map<Contestant, double[]> latencies(int rounds) {
    int queries = Workload.QUERIES.size();
    Map<Contestant, double[][]> nanos = new EnumMap<>(Contestant.class);
    for (Contestant contestant : Contestant.values()) {
      nanos.put(contestant, new double[queries][rounds]);
    }
    for (int round = 0; round < rounds; round++) {
      for (int query = 0; query < queries; query++) {
        for (Contestant contestant : ORDERS[(round + query) % ORDERS.length]) {
          nanos.get(contestant)[query][round] =
              Workload.latencyNanos(servers.session(contestant.name()), query, round);
        }
      }
    }
    Map<Contestant, double[]> medians = new EnumMap<>(Contestant.class);
    nanos.forEach(
        (contestant, of) ->
            medians.put(
                contestant,
                Arrays.stream(of).mapToDouble(one -> Spread.of(one).median() / 1_000).toArray()));
    return medians;
  }

  private void count(Map<Contestant, double[]> allocated, Map<Contestant, double[]> processor) {
    for (Contestant contestant : Contestant.values()) {
      allocated.put(contestant, new double[BLOCKS]);
      processor.put(contestant, new double[BLOCKS]);
    }
    int asked = BLOCK_ROUNDS * Workload.QUERIES.size();
    for (int block = 0; block < BLOCKS; block++) {
      for (Contestant contestant : ORDERS[block % ORDERS.length]) {
        SharedJvm.Spent before = servers.spent();
        for (int round = 0; round < BLOCK_ROUNDS; round++) {
          for (int query = 0; query < Workload.QUERIES.size(); query++) {
            Workload.latencyNanos(servers.session(contestant.name()), query, round);
          }
        }
        SharedJvm.Spent after = servers.spent();
        allocated.get(contestant)[block] =
            (double) (after.allocatedBytes() - before.allocatedBytes()) / asked;
        processor.get(contestant)[block] =
            (double) (after.processorNanos() - before.processorNanos()) / asked;
      }
    }
  }

  private static Contestant[][] orders() {
    Contestant a = Contestant.WITH;
    Contestant b = Contestant.WITHOUT;
    Contestant c = Contestant.WITHOUT_AGAIN;
    return new Contestant[][] {{a, b, c}, {c, b, a}, {b, c, a}, {a, c, b}, {c, a, b}, {b, a, c}};
  }
}
