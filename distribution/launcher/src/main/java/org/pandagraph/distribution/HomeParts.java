/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The software as the build made it, and its way into a home. Files that are the same (length and
 * time) are left alone, jars that a newer build no longer has are removed: a home never has two
 * versions of a library. The folder {@code plugins} is shared with the user, so there only our own
 * jar is touched.
 *
 * @param parts folder the build assembled the parts in
 */
public record HomeParts(Path parts) {
  private static final String OUR_JAR = "pandagraph.jar";

  /**
   * Brings the home up to date.
   *
   * @param withPlugin false leaves our plugin out: a plain Neo4j, to compare with
   */
  public void install(Home home, boolean withPlugin) throws IOException {
    Path lib = parts.resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new LaunchException(
          ExitCode.MISSING, "Nothing is built yet in " + parts + ": run `./panda start`.");
    }
    home.create();
    mirror(lib, home.lib());
    mirror(parts.resolve("aipm/lib"), home.aipmLib());
    mirror(parts.resolve("shell"), home.shell());
    mirror(parts.resolve("examples/academic"), home.example("academic"));
    Path plugin = parts.resolve("plugins").resolve(OUR_JAR);
    Path installed = home.plugins().resolve(OUR_JAR);
    if (withPlugin && Files.exists(plugin)) {
      copyIfOther(plugin, installed);
    } else {
      Files.deleteIfExists(installed);
    }
  }

  /** Lets the home use the worker programs where they are installed. */
  public static void linkWorkers(Home home, Path workers) throws IOException {
    Files.createDirectories(home.workers().getParent());
    if (Files.isSymbolicLink(home.workers())) {
      Files.delete(home.workers());
    }
    if (!Files.exists(home.workers()) && Files.isDirectory(workers)) {
      Files.createSymbolicLink(home.workers(), workers.toRealPath());
    }
  }

  private static void mirror(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Set<String> wanted = names(from);
    for (String name : names(to)) {
      if (!wanted.contains(name)) {
        Files.delete(to.resolve(name));
      }
    }
    for (String name : wanted) {
      copyIfOther(from.resolve(name), to.resolve(name));
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void copyIfOther(Path from, Path to) throws IOException {
    if (Files.exists(to)
        && Files.size(to) == Files.size(from)
        && modifiedMillis(to) == modifiedMillis(from)) {
      return;
    }
    // A new file under the old name: a running server keeps the jar that it has mapped.
    Path part = to.resolveSibling(to.getFileName() + ".part");
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Copying keeps no more than the milliseconds on every Java. */
  private static long modifiedMillis(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /** The class path entry for every jar of a folder. */
  static String classPath(Path... folders) {
    return Stream.of(List.of(folders))
        .flatMap(List::stream)
        .map(folder -> folder + "/*")
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
