/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes pictures smaller and upright. */
final class Scaling {
  private Scaling() {}

  /** An opaque RGB picture, transparent places white, its longer side at most so many pixels. */
  static BufferedImage fit(BufferedImage source, int maxSide) {
    int width = source.getWidth();
    int height = source.getHeight();
    double factor = Math.min(1, (double) maxSide / Math.max(width, height));
    int targetWidth = Math.max(1, (int) Math.round(width * factor));
    int targetHeight = Math.max(1, (int) Math.round(height * factor));
    BufferedImage image = source;
    // Bilinear filtering sees two pixels a side, so more than a half must be taken in steps.
    while (image.getWidth() / 2 >= targetWidth && image.getHeight() / 2 >= targetHeight) {
      image = draw(image, image.getWidth() / 2, image.getHeight() / 2);
    }
    return draw(image, targetWidth, targetHeight);
  }

  /**
   * Turns and mirrors a picture as stored into the one that was seen.
   *
   * @param orientation of the EXIF standard, 1 to 8
   */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    // x' = a x + c y + e, y' = b x + d y + f, for each of the eight cases.
    double[] matrix =
        switch (orientation) {
          case 2 -> new double[] {-1, 0, 0, 1, width, 0};
          case 3 -> new double[] {-1, 0, 0, -1, width, height};
          case 4 -> new double[] {1, 0, 0, -1, 0, height};
          case 5 -> new double[] {0, 1, 1, 0, 0, 0};
          case 6 -> new double[] {0, 1, -1, 0, height, 0};
          case 7 -> new double[] {0, -1, -1, 0, height, width};
          case 8 -> new double[] {0, -1, 1, 0, 0, width};
          default -> throw new IllegalArgumentException("orientation " + orientation);
        };
    boolean turned = orientation >= 5;
    BufferedImage result =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.drawImage(image, new AffineTransform(matrix), null);
    g.dispose();
    return result;
  }

  private static BufferedImage draw(BufferedImage source, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(source, 0, 0, width, height, Color.WHITE, null);
    g.dispose();
    return result;
  }
}
