/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Opens the blob store of each database as neo4j.conf says. Depends on the plugin's settings, on
 * {@code org.pandagraph.plugin.blob} and {@code .metrics}, and on blob storage.
 *
 * <h2>Where contents lie</h2>
 *
 * <pre>
 *   file    panda.blob.store.directory / name of the database
 *   hbase   namespace panda.blob.hbase.namespace _ name of the database, where what is no ASCII
 *           letter or digit is _ and two hexadecimal digits for each byte of its UTF-8:
 *           my-graph.2 in panda is panda_my_2dgraph_2e2
 * </pre>
 *
 * <h2>Notes</h2>
 *
 * {@code data/panda/stores/DATABASE}: the absolute path of the folder in which the database's file
 * store was opened last, in UTF-8, and a line feed. Where that folder has no store any more, none
 * is made in it: its volume may not be mounted.
 */
package org.pandagraph.plugin.store;
