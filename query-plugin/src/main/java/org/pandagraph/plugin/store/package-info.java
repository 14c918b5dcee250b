/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Opens the blob store of each database as neo4j.conf says. Depends on the plugin's settings, on
 * {@code org.pandagraph.plugin.blob} and on blob storage.
 *
 * <h2>Where contents lie</h2>
 *
 * <pre>
 *   file   panda.blob.store.directory / name of the database
 * </pre>
 */
package org.pandagraph.plugin.store;
