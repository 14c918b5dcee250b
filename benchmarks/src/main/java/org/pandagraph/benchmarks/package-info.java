/**
 * Measurements of PandaGraph, each with a page beside the module's README that says what it
 * measures and how to read it. Every benchmark writes a {@link
 * org.pandagraph.benchmarks.BenchmarkReport}.
 */
package org.pandagraph.benchmarks;
