/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PandaCommandTest {
  @TempDir private Path home;

  @Test
  void aHomeWhereNothingRunsIsNoFailureToStopButOneToAsk() {
    assertThat(PandaCommand.run("status", "--home", home.toString())).isEqualTo(ExitCode.MISSING);
    assertThat(PandaCommand.run("logs", "--home", home.toString())).isEqualTo(ExitCode.MISSING);
    assertThat(PandaCommand.run("cypher", "--home", home.toString(), "RETURN 1"))
        .isEqualTo(ExitCode.MISSING);
    assertThat(PandaCommand.run("stop", "--home", home.toString())).isEqualTo(ExitCode.OK);
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(PandaCommand.run("start", "--bolt-port", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(PandaCommand.run("status", "--nonsense")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void withoutAuthenticationOnlyThisMachineIsServed() throws Exception {
    Launcher launcher = new Launcher(new Home(home), line -> {});
    LaunchOptions options = new LaunchOptions();
    options.noAuth = true;
    options.listen = "0.0.0.0";

    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    LaunchException.class, () -> launcher.start(options))
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                  LaunchException.class,
                  () -> Ports.claim("0.0.0.0", taken.getLocalPort(), "Bolt (--bolt-port)")))
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("--bolt-port");
    }
  }
}
