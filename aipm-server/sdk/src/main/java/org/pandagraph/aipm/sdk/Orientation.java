/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.sdk;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Cameras store a picture as the sensor saw it, and beside it, in EXIF data, how it was held. A
 * model that looks at pixels wants it as it was seen. Stateless.
 */
public final class Orientation {
  private Orientation() {}

  /**
   * Turns and mirrors a picture as stored into the one that was seen.
   *
   * @param orientation of the EXIF standard, 1 to 8
   * @return the image itself where it is upright already, else a new one of type INT_RGB
   */
  public static BufferedImage upright(BufferedImage image, int orientation) {
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
}
