/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which home a verb is about; every verb has it. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${sys:panda.home:-.panda}",
      description = "The home: software, data, logs, import folder. Default: ${DEFAULT-VALUE}.")
  Path directory;

  @Option(names = "--help", usageHelp = true, description = "Show this and end.")
  boolean help;

  Home home() {
    return new Home(directory);
  }

  Launcher launcher() {
    return new Launcher(home(), line -> System.out.println("==> " + line));
  }
}
