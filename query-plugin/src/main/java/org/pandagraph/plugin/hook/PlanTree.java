/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.graphdb.ExecutionPlanDescription;

/**
 * A plan as text, one operator a line, the leaves innermost.
 *
 * <p>Neo4j's own table wraps long details, and so breaks a call over lines where it cannot be
 * recognised any more: hence a rendering of our own.
 */
final class PlanTree {
  private PlanTree() {}

  static String render(ExecutionPlanDescription plan) {
    StringBuilder out = new StringBuilder();
    append(plan, 0, out);
    return out.toString();
  }

  private static void append(ExecutionPlanDescription plan, int depth, StringBuilder out) {
    out.append("  ".repeat(depth)).append('+').append(plan.getName());
    Object details = plan.getArguments().get("Details");
    if (details != null && !details.toString().isEmpty()) {
      out.append(" (").append(details).append(')');
    }
    if (plan.hasProfilerStatistics()) {
      ExecutionPlanDescription.ProfilerStatistics profile = plan.getProfilerStatistics();
      out.append(" rows=").append(profile.hasRows() ? profile.getRows() : 0);
      out.append(" dbHits=").append(profile.hasDbHits() ? profile.getDbHits() : 0);
    } else {
      Object estimate = plan.getArguments().get("EstimatedRows");
      if (estimate != null) {
        out.append(" estimatedRows=").append(estimate);
      }
    }
    out.append('\n');
    for (ExecutionPlanDescription child : plan.getChildren()) {
      append(child, depth + 1, out);
    }
  }
}
