/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Where blob literals and {@code Blob.fromFile} / {@code Blob.fromURL} get their contents from, and
 * what of that the administrator allows. Depends on {@code org.pandagraph.blob} alone.
 */
package org.pandagraph.blob.source;
