/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What the plugin's procedures are made of: a signature, options, progress that shows in SHOW
 * TRANSACTIONS. Depends on Neo4j and on {@code .error}.
 */
package org.pandagraph.plugin.procedure;
