/**
 * Errors of the plugin: what went wrong, whose fault it is, which Neo4j status code the client
 * sees. Depends on Neo4j's status codes and the grammar's positions alone.
 */
package org.pandagraph.plugin.error;
