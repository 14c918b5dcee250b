/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Which parts of a plan a co-store does: what can be pushed, and what it costs.
 *
 * <p>Neo4j plans first, and compares plans by {@code CoStoreMetrics}: how many rows pass a filter,
 * as the co-store says ({@code StoreSelectivity}), and what a leaf costs whose rows the co-store
 * finds ({@code SeekCostModel}). So it is Neo4j that chooses where to begin and how to join, and no
 * index has to be feigned. Then {@code SeekRule} puts a {@code CoStoreSeek} in the place of a
 * filter over a leaf where that is clearly faster, and {@code CountRule} a {@code CoStoreCount}
 * where such rows are only counted. Both are what they replace to all of Neo4j, a filter over that
 * leaf and a count, so a plan with them stays right even where nobody knows co-stores. {@code
 * ConditionExtraction} reads expressions as predicates; what it does not know to mean exactly the
 * same stays in a filter above.
 *
 * <p>Depends on Neo4j's planner, on {@code org.pandagraph.costore}, on the names that the
 * translator writes and on what a blob's reference says; knows nothing of the rest of the plugin.
 */
package org.pandagraph.plugin.plan;
