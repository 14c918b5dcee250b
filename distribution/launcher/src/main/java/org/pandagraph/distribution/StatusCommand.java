/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./panda status}. */
@Command(
    name = "status",
    description = "Says whether Neo4j and the AIPM service run, and where.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:running and answering", "1:a part of it is down", "3:not running"})
final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    Launcher launcher = home.launcher();
    Optional<ProcessHandle> neo4j = launcher.home().neo4jPid().process();
    Optional<ProcessHandle> aipm = launcher.home().aipmPid().process();
    Optional<Endpoints> endpoints = launcher.running();
    if (neo4j.isEmpty() && aipm.isEmpty()) {
      System.out.println("Not running (" + launcher.home().root() + ").");
      return ExitCode.MISSING;
    }
    boolean bolt = endpoints.isPresent() && accepts(endpoints.get().host(), endpoints.get().bolt());
    boolean withAipm = endpoints.isEmpty() || endpoints.get().aipm() != 0;
    boolean answers =
        !withAipm || (endpoints.isPresent() && accepts("127.0.0.1", endpoints.get().aipm()));
    System.out.println("Neo4j  " + describe(neo4j, bolt));
    if (withAipm) {
      System.out.println("AIPM   " + describe(aipm, answers));
    }
    if (endpoints.isPresent()) {
      Announcement.print(launcher.home(), endpoints.get());
    }
    return bolt && answers ? ExitCode.OK : ExitCode.FAILED;
  }

  private static boolean accepts(String host, int port) {
    return Ports.accepts(host, port);
  }

  private static String describe(Optional<ProcessHandle> process, boolean answers) {
    return process
        .map(p -> (answers ? "runs" : "runs, but does not answer") + ", process " + p.pid())
        .orElse("does not run");
  }
}
