/**
 * What CypherPlus operators and sub-properties mean: which comparator fits two values, what a set
 * of elements is, three-valued logic, features extracted in batches and kept in bounded memory.
 * {@link org.pandagraph.plugin.semantic.SemanticEngine} is the way in.
 *
 * <p>Depends on the AIPM client, the built-in comparators, {@code org.pandagraph.plugin.blob} and
 * {@code .error}, and on Neo4j's values; knows nothing of functions, transactions or queries.
 *
 * <h2>Sets</h2>
 *
 * <p>An operand is a list of <em>items</em>: a Cypher list is its items, anything else is one item.
 * For a pair of items a comparator is chosen by their types. A <em>set comparator</em> (faces) sees
 * an item as the elements a model found in it, any other one as one element. Under this view
 *
 * <ul>
 *   <li>the elements of an operand are its items where it is a list, else what was found in it;
 *   <li>{@code x :: y} is the best similarity of any element of x with any of y, null without any;
 *   <li>{@code x ~: y}: some element of x is like some element of y, null where there are none;
 *   <li>{@code x >: y} is the same, but false where x has no elements, null where y alone has none;
 *   <li>{@code x >>: y}: for every element of y, some element of x is like it; null where y has no
 *       elements, false where x alone has none;
 *   <li>{@code x ::: y}: a row for each element of x, a column for each element of y.
 * </ul>
 *
 * <p>A null item makes its comparisons null; "some" and "every" follow Cypher's three-valued OR and
 * AND. Equal blobs have similarity 1 under every comparator, and no model is asked.
 */
package org.pandagraph.plugin.semantic;
