/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What it costs to serve blobs: the gateway against a static file of the same web server, its
 * memory while contents stream, and blobs against byte arrays in Neo4j itself.
 */
package org.pandagraph.benchmarks.gateway;
