/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/** Several Neo4j servers in one JVM, to be compared over Bolt. */
package org.pandagraph.benchmarks.servers;
