/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.config.Configuration;
import org.pandagraph.blob.disk.DurableFiles;

/** Remembers, beside the graph, the folder in which a database's file store was opened. */
final class StoreNote {
  private final Path file;

  StoreNote(Configuration config, String databaseName) {
    file =
        config
            .get(GraphDatabaseSettings.data_directory)
            .resolve(Path.of("panda", "stores", databaseName));
  }

  /** Whether the store was in this folder. */
  boolean names(Path folder) {
    try {
      return Files.readString(file).strip().equals(text(folder));
    } catch (IOException noneOrNotReadable) {
      return false;
    }
  }

  /** Remembers this folder; durable on return, where it can be written. */
  void write(Path folder) {
    if (names(folder)) {
      return;
    }
    try {
      DurableFiles.replace(file, text(folder) + "\n");
    } catch (IOException e) {
      // The store is there and works; the note only helps on a day when it is not.
    }
  }

  private static String text(Path folder) {
    return folder.toAbsolutePath().normalize().toString();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
