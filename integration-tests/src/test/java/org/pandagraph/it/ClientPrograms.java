/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The clients that run in Node, and the browser that some of them drive. */
final class ClientPrograms {
  private static final Path FOLDER = Repository.ROOT.resolve("integration-tests/clients");

  private ClientPrograms() {}

  /** Their folder, with their packages in it. */
  static Path folder() {
    assertThat(FOLDER.resolve("node_modules"))
        .as("the clients' packages: ./panda test installs them, or npm ci in " + FOLDER)
        .isDirectory();
    return FOLDER;
  }

  /** The program; skips the test where there is none. */
  static Path chromium() {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "Chromium is not installed: apt-get install chromium");
    return chromium.orElseThrow();
  }
}
