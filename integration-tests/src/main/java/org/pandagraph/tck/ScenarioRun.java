/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.List;
import java.util.Map;
import org.opencypher.tools.tck.api.Execute;
import org.opencypher.tools.tck.api.ExpectError;
import org.opencypher.tools.tck.api.Parameters;
import org.opencypher.tools.tck.api.RegisterProcedure;
import org.opencypher.tools.tck.api.Scenario;
import org.opencypher.tools.tck.api.Step;
import org.opencypher.tools.tck.values.CypherValue;
import scala.collection.JavaConverters;

/** Runs one scenario and judges it as the baseline's maker did. */
final class ScenarioRun {
  private final Scenario scenario;
  private final List<Step> steps;

  ScenarioRun(Scenario scenario) {
    this.scenario = scenario;
    steps = JavaConverters.seqAsJavaListConverter(scenario.steps()).asJava();
  }

  Outcome.Key key() {
    return new Outcome.Key(
        scenario.featureName(),
        scenario.name(),
        scenario.exampleIndex().isDefined() ? (Integer) scenario.exampleIndex().get() : null);
  }

  Outcome on(Target target) {
    target.run("MATCH (n) DETACH DELETE n", Map.of());
    TckGraph graph = new TckGraph(target);
    String verdict = verdict(graph);
    return new Outcome(key(), verdict, graph.explained(), graph.code());
  }

  private String verdict(TckGraph graph) {
    if (steps.stream().anyMatch(RegisterProcedure.class::isInstance)) {
      return Outcome.SKIPPED;
    }
    if (steps.stream().anyMatch(ExpectError.class::isInstance)) {
      return raisesAnError(graph) ? Outcome.ERROR_AS_EXPECTED : Outcome.NO_ERROR;
    }
    try {
      scenario.executeOnGraph(graph);
      return Outcome.PASS;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      // The TCK's own exception of a failed scenario is neither an Exception nor an Error.
      return Outcome.FAIL;
    }
  }

  /**
   * Whether the query fails at all. The TCK's names of errors are not Neo4j's; which one it is
   * shows in the status code, which is compared as well.
   */
  private boolean raisesAnError(TckGraph graph) {
    scala.collection.immutable.Map<String, CypherValue> parameters =
        scala.collection.immutable.Map$.MODULE$.empty();
    boolean raised = false;
    for (Step step : steps) {
      if (step instanceof Parameters given) {
        parameters = given.values();
      } else if (step instanceof Execute execute) {
        boolean failed = graph.cypher(execute.query(), parameters, execute.qt()).isLeft();
        raised |= failed && TckGraph.isTheScenariosOwn(execute.qt());
      } else if (step instanceof ExpectError) {
        break;
      }
    }
    return raised;
  }
}
