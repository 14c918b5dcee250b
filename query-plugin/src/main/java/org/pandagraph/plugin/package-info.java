/**
 * The plugin's entry into Neo4j: the extension factories that Neo4j finds through {@code
 * META-INF/services}, the wiring of all parts, and the interfaces through which the parts meet
 * without knowing each other.
 *
 * <p>Knows every other package of this module; of the interfaces here ({@link
 * org.pandagraph.plugin.PluginContext}, {@link org.pandagraph.plugin.FunctionRegistrar}, {@link
 * org.pandagraph.plugin.StatementCheck}) the others know.
 */
package org.pandagraph.plugin;
