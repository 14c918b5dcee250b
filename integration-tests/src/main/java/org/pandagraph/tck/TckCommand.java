/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opencypher.tools.tck.api.CypherTCK$;
import org.opencypher.tools.tck.api.Scenario;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scala.collection.JavaConverters;

/** {@code ./panda tck}. */
@Command(
    name = "tck",
    description =
        "Runs the openCypher TCK on a Neo4j with the plugin and compares with a baseline.")
public final class TckCommand implements Callable<Integer> {
  private static final int SHOWN = 20;
  private static final int PROGRESS_STEP = 500;

  enum Route {
    /** Neo4j's Java API. */
    EMBEDDED,
    /** Bolt, as standard clients. */
    BOLT
  }

  @Option(names = "--baseline", required = true)
  private Path baseline;

  @Option(names = "--report")
  private Path report;

  @Option(names = "--route", defaultValue = "BOLT")
  private Route route;

  @Option(names = "--every", defaultValue = "1")
  private int every;

  @Option(names = "--without-plugin")
  private boolean withoutPlugin;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new TckCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (Files.notExists(baseline)) {
      System.out.println("tck: SKIPPED, there is no baseline " + baseline + " to compare with");
      return ExitCode.MISSING;
    }
    Map<Outcome.Key, Outcome> expected = Baseline.read(baseline);
    List<Outcome> outcomes;
    try (Dbms dbms = new Dbms();
        Target target = target(dbms)) {
      if (!withoutPlugin && !pluginWorks(target)) {
        System.out.println("tck: FAILED, the plugin is not at work in this Neo4j");
        return ExitCode.FAILED;
      }
      outcomes = run(target, expected);
    }
    if (report != null) {
      Baseline.write(report, outcomes);
    }
    return summarise(outcomes, expected);
  }

  private Target target(Dbms dbms) {
    return route == Route.BOLT ? new BoltTarget(dbms.boltUri()) : new EmbeddedTarget(dbms);
  }

  /** Without it a run would compare plain Neo4j with itself. */
  private static boolean pluginWorks(Target target) {
    return !target.run("RETURN 'a' ~:jaro 'a' AS same", Map.of()).hasFailed();
  }

  private List<Outcome> run(Target target, Map<Outcome.Key, Outcome> expected) {
    List<Outcome> outcomes = new ArrayList<>();
    int at = 0;
    for (Scenario scenario :
        JavaConverters.seqAsJavaListConverter(CypherTCK$.MODULE$.allTckScenarios()).asJava()) {
      if (at++ % every != 0) {
        continue;
      }
      ScenarioRun run = new ScenarioRun(scenario);
      Outcome outcome = run.on(target);
      Outcome wanted = expected.get(outcome.key());
      if (wanted != null && !outcome.sameAs(wanted)) {
        // Rows' texts depend on the order in which a store met labels: the baseline has what a
        // fresh one gave.
        outcome = onAFreshDatabase(run);
      }
      outcomes.add(outcome);
      if (outcomes.size() % PROGRESS_STEP == 0) {
        System.out.println("    " + outcomes.size() + " scenarios");
      }
    }
    return outcomes;
  }

  private Outcome onAFreshDatabase(ScenarioRun run) {
    try (Dbms fresh = new Dbms();
        Target target = target(fresh)) {
      return run.on(target);
    }
  }

  private static int summarise(List<Outcome> outcomes, Map<Outcome.Key, Outcome> expected) {
    int differ = 0;
    for (Outcome outcome : outcomes) {
      Outcome wanted = expected.get(outcome.key());
      if (wanted == null || !outcome.sameAs(wanted)) {
        if (differ++ < SHOWN) {
          System.out.println("differs: " + outcome.key());
          System.out.println("    here:     " + outcome);
          System.out.println("    baseline: " + wanted);
        }
      }
    }
    long passed = outcomes.stream().filter(o -> o.verdict().equals(Outcome.PASS)).count();
    long errors =
        outcomes.stream().filter(o -> o.verdict().equals(Outcome.ERROR_AS_EXPECTED)).count();
    System.out.printf(
        "tck: %d scenarios, %d pass, %d raise the error expected; verdicts or status codes that"
            + " differ from plain Neo4j: %d%n",
        outcomes.size(), passed, errors, differ);
    return differ == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
