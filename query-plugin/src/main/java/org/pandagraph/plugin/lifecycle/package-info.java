/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The life cycle of blobs: staged when a statement stores them, referenced once a transaction
 * commits whose properties name them, collected when nothing has named them for the grace time.
 * Depends on Neo4j's kernel, blob storage and the plugin's settings and errors; knows nothing of
 * hooks, functions and kinds of stores.
 *
 * <h2>What holds</h2>
 *
 * <ul>
 *   <li>No transaction commits whose properties refer to a content that the store does not hold:
 *       {@link org.pandagraph.plugin.lifecycle.CommitGuard} asks for all of them, at each commit,
 *       and compares their lengths with what the properties say.
 *   <li>No content is discarded that a committed property refers to. A collection reads the whole
 *       graph ({@code GraphScan}) and keeps what it finds; what is set while it reads is noted down
 *       by the guard. A property that is there all the time is read, because Neo4j reuses no record
 *       that a transaction open at the time may still read.
 *   <li>No content is discarded that an open transaction of this server stored.
 *   <li>Everything else is discarded, by the first collection that finds it older than the grace
 *       time and without a reference for as long: since a collection found it so, and no commit has
 *       referred to it ({@link org.pandagraph.plugin.lifecycle.KnownOrphans}).
 * </ul>
 *
 * <h2>Format of the file of orphans</h2>
 *
 * {@code data/panda/collector/DATABASE/orphans}, integers big-endian:
 *
 * <pre>
 *   8 bytes   "PANDAORP"
 *   4 bytes   version
 *   4 bytes   number of entries
 *   entries   8 bytes: the first 8 of a digest
 *             8 bytes: since when that content has been without a reference, ms since 1970
 *   8 bytes   CRC32C of all before
 * </pre>
 *
 * Written by each collection that came to its end, to a draft that is flushed and renamed. Removed,
 * and the folder flushed, before the first commit goes on that refers to one of its contents; what
 * is known from then on is in memory alone, so that a crash restarts all grace times. Written again
 * when the database stops.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.plugin.lifecycle;
