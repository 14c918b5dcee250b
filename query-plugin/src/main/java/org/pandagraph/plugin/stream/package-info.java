/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Contents of blobs over Bolt in pieces: {@code panda.blob.stream}. Depends on {@code
 * org.pandagraph.plugin.blob} and {@code .error}, blob storage and Neo4j's procedures.
 */
package org.pandagraph.plugin.stream;
