/**
 * Blobs as Neo4j values: which values are blobs, what a blob is as a value, and its content within
 * the limits of memory. Depends on blob storage, the AIPM client's {@code Content} and Neo4j's
 * values; knows nothing of functions or models.
 */
package org.pandagraph.plugin.blob;
