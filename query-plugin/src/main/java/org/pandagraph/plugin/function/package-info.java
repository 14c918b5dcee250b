/**
 * The Cypher functions of the plugin: the internal ones that CypherPlus constructs become, and
 * {@code Blob.*}. {@link org.pandagraph.plugin.function.PandaFunctions} makes them all.
 *
 * <p>A function takes its arguments apart, checks their types and hands them to {@code
 * org.pandagraph.plugin.semantic} or {@code .blob}; nothing here knows how values are compared or
 * kept.
 */
package org.pandagraph.plugin.function;
