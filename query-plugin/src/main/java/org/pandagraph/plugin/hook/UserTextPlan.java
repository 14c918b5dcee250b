/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.graphdb.ExecutionPlanDescription;

/** A plan whose details speak CypherPlus. */
final class UserTextPlan implements ExecutionPlanDescription {
  private final ExecutionPlanDescription original;
  private final UserText userText;

  UserTextPlan(ExecutionPlanDescription original, UserText userText) {
    this.original = original;
    this.userText = userText;
  }

  @Override
  public String getName() {
    return original.getName();
  }

  @Override
  public List<ExecutionPlanDescription> getChildren() {
    List<ExecutionPlanDescription> children = new ArrayList<>();
    for (ExecutionPlanDescription child : original.getChildren()) {
      children.add(userText.plan(child));
    }
    return children;
  }

  @Override
  public Map<String, Object> getArguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    original
        .getArguments()
        .forEach(
            (name, value) ->
                arguments.put(
                    name, value instanceof String ? userText.restore((String) value) : value));
    return arguments;
  }

  @Override
  public Set<String> getIdentifiers() {
    Set<String> identifiers = new LinkedHashSet<>();
    for (String identifier : original.getIdentifiers()) {
      identifiers.add(userText.restore(identifier));
    }
    return identifiers;
  }

  @Override
  public boolean hasProfilerStatistics() {
    return original.hasProfilerStatistics();
  }

  @Override
  public ProfilerStatistics getProfilerStatistics() {
    return original.getProfilerStatistics();
  }

  @Override
  public String toString() {
    return PlanTree.render(this);
  }
}
