/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What the plugin counts, as Prometheus reads it. Depends on Prometheus' model and text format, and
 * on the counters of the parts it shows.
 */
package org.pandagraph.plugin.metrics;
