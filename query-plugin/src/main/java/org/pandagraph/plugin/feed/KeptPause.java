/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * That a consumer's feed is paused, kept over restarts: a file, {@code
 * data/panda/feed/DATABASE/CONSUMER.paused}, is there. It is the server's, and in no dump.
 * Thread-safe.
 */
final class KeptPause {
  private final Path file;

  KeptPause(GraphDatabaseAPI database, String consumer) {
    this.file =
        database
            .getDependencyResolver()
            .resolveDependency(Config.class)
            .get(GraphDatabaseSettings.data_directory)
            .resolve(Path.of("panda", "feed", database.databaseName(), consumer + ".paused"));
  }

  boolean isSet() {
    return Files.exists(file);
  }

  /**
   * Keeps it.
   *
   * @throws UncheckedIOException naming the file, where it cannot be kept
   */
  void set() {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // It was kept already.
    } catch (IOException e) {
      throw new UncheckedIOException("the pause cannot be kept in " + file + ": " + e, e);
    }
  }

  /**
   * Forgets it.
   *
   * @throws UncheckedIOException naming the file, where it cannot be removed
   */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the pause cannot be ended, as " + file + " stays: " + e, e);
    }
  }
}
