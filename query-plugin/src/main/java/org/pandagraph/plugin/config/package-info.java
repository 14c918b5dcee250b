/**
 * The plugin's settings in neo4j.conf, and what is said about keys that nobody declared. Depends on
 * Neo4j's configuration alone.
 */
package org.pandagraph.plugin.config;
