/**
 * End-to-end measurements: real Neo4j servers in processes of their own, asked over Bolt. May
 * depend on the launcher and a driver; {@code plain-queries.md} beside the module's README says how
 * to read them.
 */
package org.pandagraph.benchmarks.e2e;
