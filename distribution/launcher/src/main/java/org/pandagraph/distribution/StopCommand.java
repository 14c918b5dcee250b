/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./panda stop}. */
@Command(
    name = "stop",
    description = "Stops what runs in the home.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing runs there any more", "1:could not be stopped"})
final class StopCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    System.out.println(home.launcher().stop() ? "Stopped." : "Nothing was running.");
    return ExitCode.OK;
  }
}
