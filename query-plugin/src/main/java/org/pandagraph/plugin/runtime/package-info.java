/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Runs plans that have a {@code CoStoreSeek} in them, in Neo4j's interpreted runtime.
 *
 * <p>{@code CoStoreRuntime} puts together Neo4j's own parts, with {@code CoStorePipe} for our
 * operator; plans without it never come near it. A {@code CoStorePipe} holds Neo4j's pipes for the
 * same rows, and decides at each execution which of both to use: the store may be down, the values
 * may be such as no property can have, the hits too many, the transaction may not want it.
 *
 * <h2>Why the rows are those that Neo4j would find</h2>
 *
 * <p>Before the store is asked, it is noted which entities this transaction has changed, and which
 * ones other commits have changed that the store may not show yet. The answer is the store's ids
 * without those, plus those of them for which Neo4j's own filter is true. Ids of pages that come
 * after are looked at natively where a commit or the statement itself has changed them meanwhile;
 * what does not exist any more is left out. Ids come in ascending order, so that where the store
 * fails half way, Neo4j's pipes go on behind the last one.
 *
 * <p>Depends on Neo4j, on {@code org.pandagraph.plugin.plan} and {@code org.pandagraph.costore}.
 */
package org.pandagraph.plugin.runtime;
