/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/**
 * Ways to make another photo of a person out of one, so that no two photos of a person are equal
 * byte for byte, and matching them is the model's work: other framing, size, light, side, tilt.
 */
enum Variant {
  /** The plain portrait. */
  PORTRAIT(2.6, 420, false, 0, 1.0, 1.0, false),
  /** The other way round and closer. */
  MIRRORED(2.4, 380, true, 0, 1.0, 1.0, false),
  /** In the evening: half the light, and a warm one. */
  EVENING(2.6, 400, false, 0, 0.7, 1.25, false),
  /** Over-exposed, as by a flash, and the head tilted. */
  FLASH(2.8, 440, false, 7, 1.25, 0.95, false),
  /** Black and white and small, as scanned from a page. */
  SCANNED(2.6, 280, true, 0, 1.1, 1.0, true);

  /** Width and height of the oval, in sizes of the face. */
  private static final double OVAL_WIDTH = 1.45;

  private static final double OVAL_HEIGHT = 1.9;

  private final double framing;
  private final int pixels;
  private final boolean mirrored;
  private final double tiltDegrees;
  private final double light;
  private final double warmth;
  private final boolean grey;

  /**
   * @param framing side of the square that is cut out, in sizes of the face
   * @param pixels side of the result
   * @param light factor on each colour
   * @param warmth factor on red, and its inverse on blue
   */
  Variant(
      double framing,
      int pixels,
      boolean mirrored,
      double tiltDegrees,
      double light,
      double warmth,
      boolean grey) {
    this.framing = framing;
    this.pixels = pixels;
    this.mirrored = mirrored;
    this.tiltDegrees = tiltDegrees;
    this.light = light;
    this.warmth = warmth;
    this.grey = grey;
  }

  /** Side of the square picture that this variant gives, in pixels. */
  int pixels() {
    return pixels;
  }

  /**
   * The person whose face lies in that box, as a square RGB picture: an oval around the face on a
   * grey ground, as in a locket, so that no neighbour gets into the portrait.
   */
  BufferedImage of(BufferedImage photo, FaceBox face) {
    BufferedImage out = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.setColor(Color.GRAY);
      g.fillRect(0, 0, pixels, pixels);
      double scale = pixels / (face.size() * framing);
      AffineTransform placed = new AffineTransform();
      placed.translate(pixels / 2.0, pixels / 2.0);
      placed.rotate(Math.toRadians(tiltDegrees));
      placed.scale(mirrored ? -scale : scale, scale);
      placed.translate(-face.centreX(), -face.centreY());
      g.clip(oval(face.size() * scale));
      g.drawImage(photo, placed, null);
    } finally {
      g.dispose();
    }
    relight(out);
    return out;
  }

  private Shape oval(double faceSize) {
    double width = faceSize * OVAL_WIDTH;
    double height = faceSize * OVAL_HEIGHT;
    return new Ellipse2D.Double((pixels - width) / 2, (pixels - height) / 2, width, height);
  }

  private void relight(BufferedImage picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        double red = ((rgb >> 16) & 255) * light * warmth;
        double green = ((rgb >> 8) & 255) * light;
        double blue = (rgb & 255) * light / warmth;
        if (grey) {
          // ITU-R BT.601 luma
          red = green = blue = 0.299 * red + 0.587 * green + 0.114 * blue;
        }
        picture.setRGB(x, y, byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue));
      }
    }
  }

  private static int byteOf(double colour) {
    return (int) Math.max(0, Math.min(255, Math.round(colour)));
  }
}
