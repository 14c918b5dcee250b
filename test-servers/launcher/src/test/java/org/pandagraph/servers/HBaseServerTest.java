/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class HBaseServerTest {
  @Test
  void startsDiesStartsAgainAndCleansUp() {
    HBaseServer server = HBaseServer.start();
    String quorum = server.quorum();
    long first = server.pid();
    Path data = server.data();
    try (server) {
      server.kill();
      assertThat(ProcessHandle.of(first)).isEmpty();
      assertThat(data).isNotEmptyDirectory();

      server.restart();

      assertThat(server.quorum()).isEqualTo(quorum);
      assertThat(ProcessHandle.of(server.pid())).isPresent();
    }
    assertThat(ProcessHandle.of(server.pid())).isEmpty();
    assertThat(data).doesNotExist();
    assertThat(server.logs()).isNotEmptyDirectory();
  }
}
