/**
 * Similarities that need no service: text comparators, the metrics that compare features which a
 * model extracted, and the nearest valid name for messages. Depends on {@code
 * org.pandagraph.aipm.wire}, commons-text and RE2/J.
 *
 * <p>The text comparators give the numbers of PandaDB's: jaro is Jaro-Winkler, jaccard and cosine
 * are taken over character trigrams ({@code 'abc' ::jaccard 'abcd'} is 1/2, {@code 'hello world'
 * ::cosine 'bye world'} is 4 / sqrt(9 * 7)).
 */
package org.pandagraph.aipm.similarity;
