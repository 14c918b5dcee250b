/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The co-store of each database: fed by its change feed, asked by its query engine, looked after by
 * procedures.
 *
 * <p>Here the parts meet that know nothing of each other: {@code org.pandagraph.costore} (where the
 * data goes), {@code .feed} (where it comes from) and {@code .plan} (who asks for it).
 */
package org.pandagraph.plugin.costore;
