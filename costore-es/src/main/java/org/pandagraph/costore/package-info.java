/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The SPI of a co-store: a second, derived home of labels and property values that answers filters,
 * counts and full text by ids. Depends on the JDK and on {@code .predicate} alone and knows nothing
 * of Neo4j.
 *
 * <p>A co-store is never the truth: Neo4j is. It is fed states of nodes and relationships with a
 * version, at least once, in any order of arrival; the highest version wins. What it answers is as
 * of the last {@link org.pandagraph.costore.CoStore#makeVisible}.
 */
package org.pandagraph.costore;
