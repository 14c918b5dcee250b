/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Predicates over one node or relationship, as Cypher means them: with three outcomes, true, false
 * and null. Immutable classes that compare by content and print as Cypher. Depends on the JDK and
 * the value classes of {@code org.pandagraph.costore}; knows no store.
 *
 * <p>Values are of the classes that {@link org.pandagraph.costore.EntityState} lists, or null for
 * Cypher's null, which makes a comparison null. Keys are those of properties, or of a blob's
 * metadata, see {@link org.pandagraph.costore.BlobMetadata}.
 */
package org.pandagraph.costore.predicate;
