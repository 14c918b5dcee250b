/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Blobs: no committed reference without its content, no acknowledged write lost, nothing left that
 * nobody refers to.
 */
package org.pandagraph.torture.blobs;
