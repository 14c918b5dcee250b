/**
 * What stands between the clients and Neo4j's Cypher: statements are translated on their way in;
 * errors, notifications and plans are put back into the user's text on their way out.
 *
 * <p>Neo4j 4.4 parses in two places. Whatever comes over Bolt or HTTP passes Fabric's planner first
 * ({@code CypherPlusPreParser} and {@code CypherPlusFabricExecutor} sit there); the embedded API
 * talks to the database's own engine ({@code CypherPlusEngineProvider}). Neither place is meant to
 * be extended: {@code Neo4jInternals} is the one class that reaches into private fields, and it
 * refuses as a whole where this Neo4j is not the one it knows.
 *
 * <p>Depends on Neo4j, the grammar, {@code org.pandagraph.plugin.error} and the interfaces of
 * {@code org.pandagraph.plugin}; knows nothing of functions, blobs or services.
 */
package org.pandagraph.plugin.hook;
