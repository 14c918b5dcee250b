/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import org.pandagraph.aipm.sdk.ModelResult;

/**
 * Decodes pictures within bounds: a picture of more than {@link #MAX_PIXELS} is refused by its
 * header, and a large one is thinned out while it is read, so that memory is bounded by what was
 * asked for.
 */
final class DecodedPicture {
  /** Width times height. */
  static final long MAX_PIXELS = 100_000_000L;

  private DecodedPicture() {}

  /**
   * The picture as RGB on white, at most about {@code maxPixels} large.
   *
   * @throws UnreadableContentException where it is no picture or too large a one
   */
  static BufferedImage read(Path file, long maxPixels)
      throws IOException, UnreadableContentException {
    try (PictureFile picture = PictureFile.open(file)) {
      long width = picture.width();
      long height = picture.height();
      if (width * height > MAX_PIXELS) {
        throw new UnreadableContentException(
            ModelResult.Fault.CONTENT_TOO_LARGE,
            "the picture has "
                + width
                + " x "
                + height
                + " pixels; at most "
                + MAX_PIXELS / 1_000_000
                + " million are decoded");
      }
      ImageReadParam param = picture.reader().getDefaultReadParam();
      int step = 1;
      while ((width / step) * (height / step) > maxPixels) {
        step++;
      }
      param.setSourceSubsampling(step, step, 0, 0);
      return onWhite(picture.reader().read(0, param));
    }
  }

  private static BufferedImage onWhite(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    BufferedImage rgb =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = rgb.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
    g.drawImage(picture, 0, 0, null);
    g.dispose();
    return rgb;
  }

  /** The picture at another size, smoothly. */
  static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage current = picture;
    // Halving first: bilinear interpolation alone would leave pixels out.
    while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
      current =
          drawn(
              current,
              Math.max(width, current.getWidth() / 2),
              Math.max(height, current.getHeight() / 2));
    }
    return drawn(current, width, height);
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    if (picture.getWidth() == width && picture.getHeight() == height) {
      return picture;
    }
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return result;
  }
}
