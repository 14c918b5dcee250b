/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * CypherPlus to Cypher: {@link org.pandagraph.cypherplus.CypherPlusTranslator} takes the user's
 * text and gives either the very same text (plain Cypher) or the Cypher that Neo4j runs, with a
 * {@link org.pandagraph.cypherplus.SourceMap} between the two.
 *
 * <p>Depends on the ANTLR runtime and on nothing of ours, nor on Neo4j.
 *
 * <h2>What the translation looks like</h2>
 *
 * Each CypherPlus construct becomes a call of an internal function ({@link
 * org.pandagraph.cypherplus.InternalFunction}). Its operator text, as typed, travels as the key of
 * a one-entry map, since Neo4j replaces string and number literals by parameters before it plans
 * (which would hide them from EXPLAIN) but keeps map keys; the entry's value is the operator's
 * offset in the user's text, from which errors at run time get their line and column.
 *
 * <pre>
 *   &lt;file://a.png&gt;         panda.internal.literal('file://a.png', 7)
 *   x-&gt;width               panda.internal.property(x, {`-&gt;width`: 8})
 *   x :: y                 panda.internal.compare(x, y, {`::`: 9})
 *   x ::: y                panda.internal.setCompare(x, y, {`:::`: 9})
 *   x ~:jaro/0.8 y         panda.internal.like(x, y, {`~:jaro/0.8`: 9})
 *   x ~:jaro/$t y          panda.internal.like(x, y, {`~:jaro/$t`: 9}, $t)
 * </pre>
 *
 * The six Boolean operators all become {@code panda.internal.like}; the key says which one it is.
 */
package org.pandagraph.cypherplus;
