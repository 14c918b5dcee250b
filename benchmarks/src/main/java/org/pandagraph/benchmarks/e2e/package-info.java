/**
 * End-to-end measurements: real Neo4j servers in a process beside this one, asked over Bolt. May
 * depend on Neo4j and a driver; {@code plain-queries.md} beside the module's README says how to
 * read them.
 */
package org.pandagraph.benchmarks.e2e;
