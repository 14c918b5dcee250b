/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Real servers for tests and benchmarks, each in a JVM of its own, from jars that the build has put
 * under {@code test-servers/target}. Depends on the JDK alone: a server's jars are on that server's
 * class path only.
 */
package org.pandagraph.servers;
