/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.configuration.Config;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.logging.LogProvider;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.blob.source.BlobSources;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.link.BlobLinks;

/**
 * What the plugin's parts share, one for each running DBMS. Whoever made it opens and closes what
 * it holds. Thread-safe.
 */
public interface PluginContext {
  /** The DBMS's configuration, with the plugin's own settings. */
  Config config();

  /** Neo4j's debug.log. */
  LogProvider logs();

  /** Where contents of blobs are kept: a store for each database. */
  BlobStores stores();

  /** Where contents are addressed over HTTP. */
  BlobLinks links();

  /** Reads what blob literals name, within the administrator's limits. */
  BlobSources sources();

  /** The AIPM service; opening it asks nothing of the service. */
  AipmClient aipm();

  /** All databases; none is running yet while functions are being registered. */
  DatabaseManagementService databases();
}
