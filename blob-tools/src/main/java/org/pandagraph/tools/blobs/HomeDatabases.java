/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.distribution.LaunchException;

/** The databases of a home, whether or not Neo4j runs there. */
final class HomeDatabases {
  /** What Neo4j allows. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{2,62}");

  private final Config config;

  HomeDatabases(Config config) {
    this.config = config;
  }

  /**
   * A database by its name as Neo4j has it, in lower case.
   *
   * @param name as the user gave it; null for the default database
   * @throws LaunchException where the home does not have it, but others; where Neo4j never ran
   *     there, any is as good
   */
  String named(String name) throws IOException {
    String normalised =
        name == null
            ? config.get(GraphDatabaseSettings.default_database)
            : name.toLowerCase(Locale.ROOT);
    List<String> known = all();
    if (known.isEmpty() && NAME.matcher(normalised).matches()) {
      return normalised;
    }
    if (!known.contains(normalised)) {
      throw new LaunchException(
          ExitCode.USAGE,
          "The home has no database "
              + normalised
              + (known.isEmpty() ? "." : "; it has " + String.join(", ", known) + "."));
    }
    return normalised;
  }

  private List<String> all() throws IOException {
    Path folder = config.get(GraphDatabaseInternalSettings.databases_root_path);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> databases = Files.list(folder)) {
      return databases
          .filter(Files::isDirectory)
          .map(database -> database.getFileName().toString())
          .filter(name -> !name.equals(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
          .sorted()
          .toList();
    }
  }
}
