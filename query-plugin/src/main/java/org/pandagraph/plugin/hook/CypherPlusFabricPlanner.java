/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.fabric.cache.FabricQueryCache;
import org.neo4j.fabric.planning.FabricPlanner;
import org.neo4j.values.virtual.MapValue;

/**
 * Fabric's planner, with what it says about a translated statement put into the user's text. All
 * work and all caches are the original's.
 */
final class CypherPlusFabricPlanner extends FabricPlanner {
  private static final long serialVersionUID = 1L;

  private final transient FabricPlanner original;
  private final transient StatementGate gate;

  CypherPlusFabricPlanner(FabricPlanner original, StatementGate gate) {
    super(
        original.config(),
        original.cypherConfig(),
        original.monitors(),
        original.cacheFactory(),
        original.signatures());
    this.original = original;
    this.gate = gate;
  }

  @Override
  public FabricQueryCache queryCache() {
    // The super constructor sets its own before the original is known.
    return original == null ? super.queryCache() : original.queryCache();
  }

  @Override
  public PlannerInstance instance(String text, MapValue parameters, String defaultGraph) {
    PlannerInstance instance = original.instance(text, parameters, defaultGraph);
    UserText userText = gate.userText(text);
    return userText.isPlain()
        ? instance
        : new CypherPlusPlannerInstance(original, instance, userText);
  }

  @Override
  public boolean isPeriodicCommit(String text) {
    return original.isPeriodicCommit(text);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
