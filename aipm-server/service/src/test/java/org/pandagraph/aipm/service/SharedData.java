/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the repository; tests that need it are skipped where it is absent. */
public final class SharedData {
  private SharedData() {}

  /** A folder of it, or a skipped test. */
  public static Path folder(String name) {
    Path folder = root().resolve("data").resolve(name).normalize();
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: there is no " + folder + " (-Dpandagraph.shared=)");
    return folder;
  }

  private static Path root() {
    String given = System.getProperty("pandagraph.shared");
    if (given != null) {
      return Path.of(given);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null
        && !Files.isRegularFile(at.resolve("CONTRIBUTING.md"))
        && !Files.isDirectory(at.resolve("query-plugin"))) {
      at = at.getParent();
    }
    return at == null ? Path.of("../shared") : at.resolve("../shared");
  }
}
