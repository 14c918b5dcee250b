/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import org.neo4j.cypher.result.OperatorProfile;
import org.neo4j.cypher.result.QueryProfile;

/** Neo4j's profile, and the counts of seeks. */
final class CountedProfile implements QueryProfile {
  private final QueryProfile profile;
  private final SeekCounts counts;

  CountedProfile(QueryProfile profile, SeekCounts counts) {
    this.profile = profile;
    this.counts = counts;
  }

  SeekCounts counts() {
    return counts;
  }

  @Override
  public OperatorProfile operatorProfile(int operator) {
    return profile.operatorProfile(operator);
  }

  @Override
  public long maxAllocatedMemory() {
    return profile.maxAllocatedMemory();
  }
}
