/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.pandagraph.plugin.config.PandaSettings;

/** What neo4j.conf says about collecting blobs. Immutable. */
final class CollectionSettings {
  final Duration graceTime;

  /** Zero: only when somebody calls for it. */
  final Duration interval;

  private final Path folder;

  CollectionSettings(Config config) {
    graceTime = config.get(PandaSettings.blob_collect_grace_time);
    interval = config.get(PandaSettings.blob_collect_interval);
    folder =
        config.get(GraphDatabaseSettings.data_directory).resolve(Path.of("panda", "collector"));
  }

  /** Where a database's orphans are noted down. */
  Path orphans(String database) {
    return folder.resolve(database).resolve("orphans");
  }
}
