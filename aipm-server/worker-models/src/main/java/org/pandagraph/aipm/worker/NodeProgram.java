/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Node.js and the workers written for it are. Reads, first found:
 *
 * <ul>
 *   <li>system property {@code panda.node}, environment variable {@code PANDA_NODE}: the program;
 *       otherwise {@code node} on the PATH
 *   <li>system property {@code panda.workers.dir}, environment variable {@code PANDA_WORKERS_DIR}:
 *       the folder with package.json; otherwise {@code aipm-server/workers} in the working
 *       directory or one above it
 * </ul>
 */
public final class NodeProgram {
  private static final String DEFAULT_DIRECTORY = "aipm-server/workers";

  private NodeProgram() {}

  /** The workers' folder, absolute; it may not exist. */
  public static Path workersDirectory() {
    String given = setting("panda.workers.dir", "PANDA_WORKERS_DIR");
    if (given != null) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(DEFAULT_DIRECTORY))) {
        return at.resolve(DEFAULT_DIRECTORY);
      }
    }
    return here.resolve(DEFAULT_DIRECTORY);
  }

  /**
   * How to run a worker.
   *
   * @param name of the worker
   * @param script relative to the workers' folder
   * @param heapMegabytes the most JavaScript objects may take; pixels and networks are outside
   */
  public static WorkerSettings settings(String name, String script, int heapMegabytes) {
    Path directory = workersDirectory();
    String program = program();
    List<String> command = new ArrayList<>();
    command.add(program == null ? "node" : program);
    command.add("--max-old-space-size=" + heapMegabytes);
    command.add(script);
    return WorkerSettings.of(name, command, directory)
        .withProblem(() -> problem(directory, script));
  }

  /** What is missing and how to get it, in one sentence; null where all is there. */
  static String problem(Path directory, String script) {
    if (program() == null) {
      String given = setting("panda.node", "PANDA_NODE");
      return (given == null ? "Node.js is not on the PATH" : "there is no program " + given)
          + "; install Node.js 18 or newer (on Debian or Ubuntu: apt-get install nodejs npm),"
          + " or set the system property panda.node to its path";
    }
    if (!Files.isRegularFile(directory.resolve(script))) {
      return "there is no worker "
          + directory.resolve(script)
          + "; set the system property panda.workers.dir to the workers' folder";
    }
    if (!Files.isDirectory(directory.resolve("node_modules"))) {
      return "the workers' packages are not installed; run npm ci in " + directory;
    }
    return null;
  }

  private static String program() {
    String given = setting("panda.node", "PANDA_NODE");
    if (given != null) {
      return Files.isExecutable(Path.of(given)) ? given : null;
    }
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      for (String name : List.of("node", "nodejs", "node.exe")) {
        Path candidate = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return candidate.toString();
        }
      }
    }
    return null;
  }

  /** A system property, or else an environment variable; null where neither is set. */
  public static String setting(String property, String variable) {
    String value = System.getProperty(property, System.getenv(variable));
    return value == null || value.isBlank() ? null : value;
  }
}
