/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.util.Map;
import java.util.concurrent.Callable;
import org.neo4j.driver.Session;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda blobs collect}. */
@Command(
    name = "collect",
    description = {
      "Discards contents that no property of the running Neo4j has referred to for the grace time,"
          + " by CALL panda.blob.collect()."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:collected",
      "1:failed: a collection runs already, another database owns the store, the store is down",
      "2:wrong usage",
      "3:no Neo4j runs in the home"
    })
final class CollectCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database;

  @Option(
      names = "--grace-time",
      paramLabel = "DURATION",
      description =
          "Over panda.blob.collect.grace_time, in the form of Cypher: PT1H is an hour, PT0S all that"
              + " is older than a second.")
  private String graceTime;

  @Override
  public Integer call() throws Exception {
    return database.run(session -> collect(session, graceTime));
  }

  /** Prints a line with figures. */
  static int collect(Session session, String graceTime) {
    Map<String, Object> figures =
        (graceTime == null
                ? session.run("CALL panda.blob.collect()")
                : session.run(
                    "CALL panda.blob.collect({graceTime: duration($graceTime)})",
                    Map.of("graceTime", graceTime)))
            .single()
            .asMap();
    System.out.println("blobs collect: " + Figures.line(figures));
    return ExitCode.OK;
  }
}
