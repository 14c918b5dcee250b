/**
 * CypherPlus's semantic operators over JSON values, for callers that are no Neo4j: which comparator
 * for which pair, features extracted in batches, sets against sets, three-valued logic.
 */
package org.pandagraph.aipm.service.similarity;
