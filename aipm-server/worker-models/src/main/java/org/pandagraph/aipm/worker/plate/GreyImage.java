/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brightness of pixels, 0 black to 255 white, rows from the top. Immutable by agreement. */
record GreyImage(int width, int height, byte[] pixels) {

  /**
   * Takes the brightness of a picture, its longer side scaled to a length at which the characters
   * of a plate are large enough to be told from each other.
   */
  static GreyImage of(BufferedImage image, int longerSide, double maxEnlargement) {
    double factor =
        Math.min(
            maxEnlargement, (double) longerSide / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      scaled.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int p = row[x];
        int grey = (299 * (p >> 16 & 255) + 587 * (p >> 8 & 255) + 114 * (p & 255)) / 1000;
        pixels[y * width + x] = (byte) grey;
      }
    }
    return new GreyImage(width, height, pixels);
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 255;
  }

  /** Between pixels; the nearest ones outside of the picture. */
  double between(double x, double y) {
    double cx = Math.max(0, Math.min(x, width - 1.001));
    double cy = Math.max(0, Math.min(y, height - 1.001));
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, width - 1);
    int y1 = Math.min(y0 + 1, height - 1);
    double fx = cx - x0;
    double fy = cy - y0;
    return (at(x0, y0) * (1 - fx) + at(x1, y0) * fx) * (1 - fy)
        + (at(x0, y1) * (1 - fx) + at(x1, y1) * fx) * fy;
  }
}
