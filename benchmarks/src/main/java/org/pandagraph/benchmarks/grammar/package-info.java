/** JMH measurements of the CypherPlus grammar; depends on the grammar module alone. */
package org.pandagraph.benchmarks.grammar;
