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
 * White space and comments stay where they are. The key of a sub-property is {@code ->} and the
 * name without quotes of its own, that of an operator the text as typed; backticks inside are
 * doubled. Equal constructs of one statement carry the offset of the first, since Neo4j compares
 * grouping keys and sorted columns with projected ones by their text. A result column that holds a
 * construct and has no alias gets its text as one.
 *
 * <p>The six Boolean operators all become {@code panda.internal.like}; the key says which one it
 * is.
 *
 * <h2>Precedence</h2>
 *
 * In Neo4j 4.4 {@code =~ IN STARTS WITH ENDS WITH CONTAINS IS NULL} bind looser than arithmetic and
 * tighter than comparisons. CypherPlus's operators stand between the signs and {@code . -> []}:
 * {@code -a :: b + c =~ d} is {@code ((-(a :: b)) + c) =~ d}. A sign or {@code NOT} before a right
 * operand needs parentheses.
 *
 * <h2>What is plain, and whose error it is</h2>
 *
 * A text is plain where no construct's characters stand outside strings, quoted names and comments,
 * or where it parses and holds no construct. A text that does not parse is CypherPlus's to report
 * where it holds an operator, a literal (of whatever scheme) or an arrow that no misspelt pattern
 * explains; otherwise it is handed on as plain, and Neo4j reports what it would without us. It does
 * not matter where the construct stands: some statements that JavaCC refuses Neo4j reads with its
 * former parser, which takes U+FFFF for the end of the text and drops what follows; a construct
 * there is refused, not dropped, and a plain statement gets from Neo4j whatever it gets.
 *
 * <p>A text is refused as too large above a million characters, 150 brackets or {@code CASE} within
 * one another, or 100 constructs within one another; plain Cypher has no limit here.
 */
package org.pandagraph.cypherplus;
