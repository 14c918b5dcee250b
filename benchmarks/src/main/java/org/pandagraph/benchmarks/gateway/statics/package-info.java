/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Runs inside the measured Neo4j: mounts a folder of plain files in its web server, to compare the
 * gateway with. Depends on Neo4j's web server alone.
 */
package org.pandagraph.benchmarks.gateway.statics;
