/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

/**
 * How much of a content is taken on.
 *
 * @param maxPixels of a picture as stored; more is refused before decoding
 * @param maxSide pixels of the longer side that the model gets; larger pictures are scaled down
 * @param maxPages of a document; more is refused
 */
public record PictureLimits(long maxPixels, int maxSide, int maxPages) {}
