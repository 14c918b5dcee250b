/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What runs inside Elasticsearch's own JVM when {@code ElasticsearchServer} of the launcher starts
 * one. Depends on Elasticsearch's server classes.
 */
package org.pandagraph.servers.elasticsearch;
