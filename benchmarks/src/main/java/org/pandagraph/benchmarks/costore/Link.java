/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import org.neo4j.graphdb.RelationshipType;

/** The relationship types of the academic graph, with their shares of all relationships. */
enum Link implements RelationshipType {
  write_paper(Kind.person, Kind.paper, 0.072),
  work_for(Kind.person, Kind.organization, 0.013),
  paper_reference(Kind.paper, Kind.paper, 0.017),
  be_cited(Kind.paper, Kind.paper, 0.06),
  paper_belong_topic(Kind.paper, Kind.topic, 0.31),
  person_belong_topic(Kind.person, Kind.topic, 0.1),
  person_citation(Kind.person, Kind.person, 0.26),
  person_publication(Kind.person, Kind.paper, 0.15),
  related_to(Kind.topic, Kind.topic, 0.015),
  topic_belong_topic(Kind.topic, Kind.topic, 0.003);

  private final Kind from;
  private final Kind to;
  private final double share;

  Link(Kind from, Kind to, double share) {
    this.from = from;
    this.to = to;
    this.share = share;
  }

  Kind from() {
    return from;
  }

  Kind to() {
    return to;
  }

  double share() {
    return share;
  }
}
