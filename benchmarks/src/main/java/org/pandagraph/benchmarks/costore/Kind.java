/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import org.neo4j.graphdb.Label;

/** The labels of the academic graph, spelt as in PandaDB's queries. */
enum Kind implements Label {
  paper,
  person,
  organization,
  topic;

  int count(GraphSize size) {
    switch (this) {
      case paper:
        return size.papers();
      case person:
        return size.persons();
      case organization:
        return size.organizations();
      default:
        return size.topics();
    }
  }
}
