/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

/**
 * How many nodes and relationships an academic graph has. The shares are those of the generator of
 * PandaDB's own benchmark (cas-bigdatalab/pandadb-bench), which were taken from a real graph.
 */
final class GraphSize {
  private final int nodes;
  private final int relationships;

  /**
   * @param nodes of all labels together, about
   * @param relationships of all types together, about
   */
  GraphSize(int nodes, int relationships) {
    this.nodes = nodes;
    this.relationships = relationships;
  }

  int papers() {
    return share(nodes, 0.65);
  }

  int persons() {
    return share(nodes, 0.33);
  }

  int organizations() {
    return share(nodes, 0.0017);
  }

  int topics() {
    return share(nodes, 0.0183);
  }

  int of(Link link) {
    return share(relationships, link.share());
  }

  private static int share(int of, double share) {
    return Math.max(1, (int) Math.round(of * share));
  }
}
