/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The HBase store: contents in tables of an HBase cluster, shared by any number of processes. What
 * is public here names no class of HBase's, so that its client can lie in a class loader of its
 * own; {@code org.pandagraph.blob.hbase.table}, which does, specifies the tables. Depends on {@code
 * org.pandagraph.blob}.
 */
package org.pandagraph.blob.hbase;
