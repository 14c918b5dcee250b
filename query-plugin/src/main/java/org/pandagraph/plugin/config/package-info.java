/**
 * The plugin's settings in neo4j.conf, and what is said about keys that nobody declared. Depends on
 * Neo4j's configuration, and on what blob storage says of HBase.
 */
package org.pandagraph.plugin.config;
