/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Random graphs, changes and queries against a real Neo4j with a real Elasticsearch: what a query
 * gives with its filters pushed down is what it gives with them evaluated by Neo4j.
 */
package org.pandagraph.torture.costore;
