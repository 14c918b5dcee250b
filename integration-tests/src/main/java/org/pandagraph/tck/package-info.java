/**
 * Runs the scenarios of openCypher's Technology Compatibility Kit and compares what comes out,
 * scenario by scenario, with a baseline: the same scenarios on a plain Neo4j of the same version.
 * Entry class {@link org.pandagraph.tck.TckCommand}, behind {@code ./panda tck}.
 *
 * <p>The baseline is a file of JSON objects, one a line: {@code feature}, {@code scenario}, {@code
 * example} (index within an outline, or null) name a scenario; {@code verdict} is what came out of
 * it, {@code explain} the status code of {@code EXPLAIN} of its query ({@code "ok"} if none),
 * {@code neo4jCode} that of running it (null if none). Other keys are for readers.
 *
 * <p>History: first version.
 */
package org.pandagraph.tck;
