/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What benchmarks need of the co-store's own format. Depends on the module of the co-store alone.
 */
package org.pandagraph.costore.elastic;
