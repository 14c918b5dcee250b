/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what tests need outside of this module, and skips them visibly where it is absent. */
public final class TestFiles {
  private TestFiles() {}

  /** A folder of the data shared by all checkouts. */
  public static Path shared(String folder) {
    String given = System.getProperty("pandagraph.shared");
    Path root = NodeProgram.workersDirectory().getParent().getParent();
    Path shared = given == null ? root.resolveSibling("shared") : Path.of(given);
    Path found = shared.resolve("data").resolve(folder);
    assumeTrue(Files.isDirectory(found), () -> "skipped: there is no test data in " + found);
    return found;
  }

  /** Skips where Node.js or the workers' packages are not installed. */
  public static void assumeWorker(String script) {
    String problem = NodeProgram.problem(NodeProgram.workersDirectory(), script);
    assumeTrue(problem == null, () -> "skipped: " + problem);
  }

  /** A photo that the face package brings along: several people. */
  public static Path groupPhoto(int number) {
    assumeWorker("src/face.js");
    return NodeProgram.workersDirectory()
        .resolve("node_modules/@vladmandic/face-api/demo/sample" + number + ".jpg");
  }
}
