/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir private Path folder;

  @Test
  void findsAndStopsTheProcessThatWasNoted() throws Exception {
    Process process = new ProcessBuilder("sleep", "600").start();
    PidFile file = new PidFile(folder.resolve("a.pid"));
    file.write(process.toHandle());

    assertThat(file.process()).map(ProcessHandle::pid).contains(process.pid());
    assertThat(file.stop(Duration.ofSeconds(10))).isTrue();

    assertThat(process.waitFor()).isNotZero();
    assertThat(file.file()).doesNotExist();
    assertThat(file.stop(Duration.ofSeconds(10))).isFalse();
  }

  @Test
  void endsAProcessThatDoesNotListenByForce() throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done")
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    PidFile file = new PidFile(folder.resolve("a.pid"));
    file.write(process.toHandle());

    assertThat(file.stop(Duration.ofMillis(300))).isTrue();

    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void leavesAProcessAloneThatGotTheSameIdLater() throws Exception {
    Process process = new ProcessBuilder("sleep", "600").start();
    try {
      PidFile file = new PidFile(folder.resolve("a.pid"));
      Files.writeString(file.file(), process.pid() + " 1000\n");

      assertThat(file.process()).isEmpty();
      assertThat(file.stop(Duration.ofSeconds(1))).isFalse();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aMangledFileNamesNoProcess() throws Exception {
    PidFile file = new PidFile(folder.resolve("a.pid"));
    Files.writeString(file.file(), "");

    assertThat(file.process()).isEmpty();
  }
}
