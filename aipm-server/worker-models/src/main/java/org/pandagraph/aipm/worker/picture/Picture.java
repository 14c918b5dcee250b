/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.image.BufferedImage;

/**
 * Decoded pixels of a picture, or of a part of one, and where they come from. Immutable as long as
 * nobody draws into the image.
 *
 * @param image upright, opaque RGB
 * @param page of the document, from 1; 0 where it comes from no document
 * @param x left edge in the whole, in the whole's units
 * @param y top edge in the whole, in the whole's units
 * @param scale units of the whole for one pixel here
 * @param wholeWidth in the whole's units: pixels of the upright picture, or points of a page
 * @param wholeHeight in the same units
 */
public record Picture(
    BufferedImage image,
    int page,
    double x,
    double y,
    double scale,
    double wholeWidth,
    double wholeHeight) {

  /** Width of the pixels given. */
  public int width() {
    return image.getWidth();
  }

  /** Height of the pixels given. */
  public int height() {
    return image.getHeight();
  }

  /** Rows from the top, red, green and blue as one byte each. */
  public byte[] rgb() {
    int width = width();
    int height = height();
    byte[] bytes = new byte[width * height * 3];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        bytes[at++] = (byte) (pixel >> 16);
        bytes[at++] = (byte) (pixel >> 8);
        bytes[at++] = (byte) pixel;
      }
    }
    return bytes;
  }
}
