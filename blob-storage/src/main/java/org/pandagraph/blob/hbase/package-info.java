/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The HBase store: contents in tables of an HBase cluster. What is public here holds no class of
 * HBase's, so that its client can lie in a class loader of its own.
 */
package org.pandagraph.blob.hbase;
