/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Blob stores against what they are built on: HBase's own client on the same server, and plain
 * files. {@code blobs.md} beside the module's README says how to read it.
 */
package org.pandagraph.benchmarks.blobs;
