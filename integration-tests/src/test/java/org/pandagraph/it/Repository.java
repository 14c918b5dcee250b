/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in the checkout that is tested. */
final class Repository {
  static final Path ROOT =
      Path.of(System.getProperty("panda.root", "..")).toAbsolutePath().normalize();

  /** What the build put together for a home. */
  static final Path PARTS = ROOT.resolve("distribution/target/home");

  /** The AIPM service's worker programs. */
  static final Path WORKERS = ROOT.resolve("aipm-server/workers");

  /** The face package among the workers' own; its folder {@code demo} holds group photos. */
  static final Path FACE_PACKAGE = WORKERS.resolve("node_modules/@vladmandic/face-api");

  /** This module's folder for what tests make. */
  static final Path TARGET = ROOT.resolve("integration-tests/target");

  private Repository() {}

  /** Where data lies that is not part of the repository; may be absent. */
  static Path shared() {
    String shared = System.getProperty("pandagraph.shared");
    return (shared == null ? ROOT.resolve("../shared") : Path.of(shared)).normalize();
  }

  /**
   * A folder of data that is not part of the repository; the test is skipped where it is absent.
   */
  static Path sharedData(String name) {
    Path folder = shared().resolve("data").resolve(name);
    assumeTrue(Files.isDirectory(folder), "no data for this test: " + folder);
    return folder;
  }
}
