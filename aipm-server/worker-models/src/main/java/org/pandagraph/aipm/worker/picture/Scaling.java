/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller. */
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
