/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * What somebody told a consumer's feed, kept over restarts: a file, {@code
 * data/panda/feed/DATABASE/CONSUMER.WHAT}, is there. It is the server's, and in no dump.
 * Thread-safe.
 */
final class KeptMark {
  private final Path file;

  private KeptMark(GraphDatabaseAPI database, String consumer, String what) {
    this.file =
        database
            .getDependencyResolver()
            .resolveDependency(Config.class)
            .get(GraphDatabaseSettings.data_directory)
            .resolve(Path.of("panda", "feed", database.databaseName(), consumer + "." + what));
  }

  /** That it is paused. */
  static KeptMark paused(GraphDatabaseAPI database, String consumer) {
    return new KeptMark(database, consumer, "paused");
  }

  /** That its data is to be rebuilt, and was not yet. */
  static KeptMark rebuild(GraphDatabaseAPI database, String consumer) {
    return new KeptMark(database, consumer, "rebuild");
  }

  boolean isSet() {
    return Files.exists(file);
  }

  /**
   * Keeps it; durable on return.
   *
   * @throws UncheckedIOException naming the file, where it cannot be kept
   */
  void set() {
    try {
      makeDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      flush(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("this cannot be kept in " + file + ": " + e, e);
    }
  }

  private static void makeDirectories(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeDirectories(folder.getParent());
      Files.createDirectories(folder);
      flush(folder.getParent());
    }
  }

  private static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
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
      throw new UncheckedIOException("this cannot be ended, as " + file + " stays: " + e, e);
    }
  }
}
