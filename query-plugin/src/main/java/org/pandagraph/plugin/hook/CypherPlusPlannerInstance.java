/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.util.ObfuscationMetadata;
import org.neo4j.fabric.planning.FabricPlan;
import org.neo4j.fabric.planning.FabricPlanner;

/**
 * Plans one translated statement. Errors are told in the user's text here already, since Fabric
 * writes their message to the query log before anybody else sees them; and what the query log must
 * hide is marked in the text that it shows, the user's.
 */
final class CypherPlusPlannerInstance extends FabricPlanner.PlannerInstance {
  private static final long serialVersionUID = 1L;

  private final transient UserText userText;

  CypherPlusPlannerInstance(
      FabricPlanner planner, FabricPlanner.PlannerInstance instance, UserText userText) {
    planner.super(
        instance.query(),
        instance.queryParams(),
        instance.defaultContextName(),
        instance.fabricContextName());
    this.userText = userText;
  }

  @Override
  public FabricPlan plan() {
    FabricPlan plan;
    try {
      plan = super.plan();
    } catch (RuntimeException e) {
      throw userText.unchecked(e);
    }
    if (plan.obfuscationMetadata().sensitiveLiteralOffsets().isEmpty()) {
      return plan;
    }
    ObfuscationMetadata hidden =
        LiteralScan.metadata(
            userText.translation().userText(),
            plan.queryOptionsOffset().offset(),
            plan.obfuscationMetadata().sensitiveParameterNames());
    return plan.copy(
        plan.query(),
        plan.queryType(),
        plan.executionType(),
        plan.queryString(),
        plan.debugOptions(),
        hidden,
        plan.inFabricContext(),
        plan.internalNotifications(),
        plan.queryOptionsOffset());
  }
}
