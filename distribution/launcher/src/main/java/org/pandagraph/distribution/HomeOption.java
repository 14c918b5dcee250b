/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which home a verb is about; every verb has it. */
public final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${sys:panda.home:-.panda}",
      description = "The home: software, data, logs, import folder. Default: ${DEFAULT-VALUE}.")
  Path directory;

  @Option(names = "--help", usageHelp = true, description = "Show this and end.")
  boolean help;

  /** The home that was chosen; it need not exist. */
  public Home home() {
    return new Home(directory);
  }

  /** Starts and stops what runs there, telling the user each step. */
  public Launcher launcher() {
    return new Launcher(home(), line -> System.out.println("==> " + line));
  }
}
