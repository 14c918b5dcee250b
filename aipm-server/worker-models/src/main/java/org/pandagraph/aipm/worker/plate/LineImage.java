/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.util.Arrays;
import org.pandagraph.aipm.worker.plate.Spots.Spot;

/**
 * The characters of a line, put side by side for reading: level, dark on light, of one height, and
 * without what is between them on a plate (seals, screws, hyphens, the edge). The arrays must not
 * be changed.
 *
 * @param starts left edge of each character
 * @param widths of each character
 */
record LineImage(GreyImage image, int[] starts, int[] widths) {
  private static final int CHARACTER_HEIGHT = 40;
  private static final int BORDER = 14;
  // In heights of a character, around each of them: spots end a little inside of the ink.
  private static final double MARGIN = 0.04;
  private static final double DARKEST = 0.08;
  private static final double LIGHTEST = 0.85;

  /** Which character a place in the image belongs to. */
  int character(double x) {
    int nearest = 0;
    for (int i = 1; i < starts.length; i++) {
      if (Math.abs(x - middle(i)) < Math.abs(x - middle(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private double middle(int i) {
    return starts[i] + widths[i] / 2.0;
  }

  /**
   * Puts the characters together.
   *
   * @param gap between them in pixels; a character is 40 high
   */
  static LineImage of(GreyImage image, Line line, int gap) {
    int rows = (int) Math.round(CHARACTER_HEIGHT * (1 + 2 * MARGIN));
    double scale = line.height() / CHARACTER_HEIGHT;
    int[] widths =
        line.spots().stream()
            .mapToInt(s -> (int) Math.ceil(s.width() / scale + 2 * MARGIN * CHARACTER_HEIGHT))
            .toArray();
    int width = Arrays.stream(widths).sum() + gap * (widths.length - 1) + 2 * BORDER;
    byte[] pixels = new byte[width * (rows + 2 * BORDER)];
    // Tesseract wants white around what it reads.
    Arrays.fill(pixels, (byte) 255);
    int[] starts = new int[widths.length];
    int at = BORDER;
    for (int i = 0; i < widths.length; i++) {
      starts[i] = at;
      draw(image, line, line.spots().get(i), scale, widths[i], rows, pixels, width, at);
      at += widths[i] + gap;
    }
    return new LineImage(new GreyImage(width, rows + 2 * BORDER, pixels), starts, widths);
  }

  private static void draw(
      GreyImage image,
      Line line,
      Spot spot,
      double scale,
      int columns,
      int rows,
      byte[] pixels,
      int width,
      int at) {
    double cos = 1 / Math.sqrt(1 + line.slope() * line.slope());
    double sin = line.slope() * cos;
    double[] values = new double[columns * rows];
    for (int row = 0; row < rows; row++) {
      double v = (row + 0.5 - rows / 2.0) * scale;
      for (int column = 0; column < columns; column++) {
        double u = (column + 0.5 - columns / 2.0) * scale;
        // Characters of a turned plate stand straight on its line, so both axes turn.
        double x = spot.x() - 0.5 + u * cos - v * sin;
        double y = spot.y() - 0.5 + u * sin + v * cos;
        double value = image.between(x, y);
        values[row * columns + column] = line.dark() ? value : 255 - value;
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double dark = sorted[(int) (sorted.length * DARKEST)];
    double light = Math.max(dark + 1, sorted[(int) (sorted.length * LIGHTEST)]);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = (values[row * columns + column] - dark) * 255 / (light - dark);
        pixels[(row + BORDER) * width + at + column] =
            (byte) (int) Math.max(0, Math.min(255, value));
      }
    }
  }
}
