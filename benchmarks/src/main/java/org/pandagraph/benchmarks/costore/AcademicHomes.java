/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pandagraph.benchmarks.servers.SequencedSettings;
import org.pandagraph.benchmarks.servers.SharedJvm;

/** The homes of the servers that are compared, with one graph. Not thread-safe. */
final class AcademicHomes {
  private final Path parts;
  private final Path work;

  /**
   * @param parts the folder with the plugin and Neo4j's jars
   * @param work for the homes
   */
  AcademicHomes(Path parts, Path work) {
    this.parts = parts;
    this.work = work;
  }

  /** Writes the graph once and copies it: the same ids and the same order on disk for all. */
  void write(int nodes, int relationships, long seed) throws IOException, InterruptedException {
    Path first = work.resolve(Side.PLAIN.name());
    List<String> command = new ArrayList<>(SharedJvm.java("2g"));
    command.add("-cp");
    command.add(parts + "/lib/*" + File.pathSeparator + SharedJvm.ownClasses());
    command.addAll(
        List.of(
            AcademicGraph.class.getName(),
            first.toString(),
            "" + nodes,
            "" + relationships,
            "" + seed));
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("the graph was not written: exit code " + process.exitValue());
    }
    for (Side side : Side.values()) {
      if (side != Side.PLAIN) {
        copy(first, work.resolve(side.name()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }

  /**
   * Starts all sides.
   *
   * @param elasticsearch address of the co-store's server
   */
  SharedJvm start(String elasticsearch) throws IOException {
    SequencedSettings settings = new SequencedSettings();
    for (Side side : Side.values()) {
      Map<String, String> of = new HashMap<>();
      of.put("dbms.memory.pagecache.size", "700m");
      of.put("panda.enabled", Boolean.toString(side.plugin()));
      if (side == Side.PANDA) {
        of.put("panda.costore.hosts", elasticsearch);
      }
      settings.add(side.name(), of);
    }
    return new SharedJvm(parts, work, "3g", settings);
  }
}
