/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.awt.image.BufferedImage;

/**
 * A picture as a vector of three parts, each of length 1 or 0 before it is weighted: the low
 * frequencies of its brightness (what a perceptual hash takes the signs of), histograms of gradient
 * directions on a 4 by 4 grid, and the colours on a 4 by 4 grid. The sum of the squared weights is
 * 1.
 */
final class VisualFeature {
  private static final int SIDE = 64;
  private static final int FREQUENCIES = 8;
  private static final int GRID = 4;
  private static final int DIRECTIONS = 8;
  private static final int HASH = FREQUENCIES * FREQUENCIES - 1;
  private static final int GRADIENTS = GRID * GRID * DIRECTIONS;
  private static final int COLOURS = GRID * GRID * 2;

  /** Length of the vector. */
  static final int DIMENSION = HASH + GRADIENTS + COLOURS;

  private static final double HASH_WEIGHT = Math.sqrt(0.4);
  private static final double GRADIENT_WEIGHT = Math.sqrt(0.45);
  private static final double COLOUR_WEIGHT = Math.sqrt(0.15);

  /** Colour differences below this (of 255) are noise of the encoding. */
  private static final double COLOUR_FLOOR = 12;

  /** Brightness differences below this (of 255) are, too. */
  private static final double LIGHT_FLOOR = 4;

  private VisualFeature() {}

  static float[] of(BufferedImage picture) {
    BufferedImage small = DecodedPicture.scaled(picture, SIDE, SIDE);
    double[][] light = new double[SIDE][SIDE];
    double[] colours = new double[COLOURS];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int rgb = small.getRGB(x, y);
        double r = rgb >> 16 & 0xff;
        double g = rgb >> 8 & 0xff;
        double b = rgb & 0xff;
        light[y][x] = 0.299 * r + 0.587 * g + 0.114 * b;
        int cell = y * GRID / SIDE * GRID + x * GRID / SIDE;
        colours[2 * cell] += 0.564 * (b - light[y][x]);
        colours[2 * cell + 1] += 0.713 * (r - light[y][x]);
      }
    }
    double cellPixels = (double) SIDE * SIDE / (GRID * GRID);
    for (int i = 0; i < COLOURS; i++) {
      colours[i] /= cellPixels;
    }
    float[] feature = new float[DIMENSION];
    put(feature, 0, frequencies(light), HASH_WEIGHT, LIGHT_FLOOR * SIDE / 2);
    put(feature, HASH, gradients(light), GRADIENT_WEIGHT, LIGHT_FLOOR * SIDE);
    put(feature, HASH + GRADIENTS, colours, COLOUR_WEIGHT, COLOUR_FLOOR);
    return feature;
  }

  /** Writes a part with length {@code weight}, shorter where the part is little more than noise. */
  private static void put(float[] feature, int at, double[] part, double weight, double floor) {
    double squares = 0;
    for (double v : part) {
      squares += v * v;
    }
    double scale = weight / Math.sqrt(squares + floor * floor);
    for (int i = 0; i < part.length; i++) {
      feature[at + i] = (float) (part[i] * scale);
    }
  }

  /** The lowest frequencies of the discrete cosine transform, without the mean. */
  private static double[] frequencies(double[][] light) {
    double[] result = new double[HASH];
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        if (u + v == 0) {
          continue;
        }
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
          double row = 0;
          for (int x = 0; x < SIDE; x++) {
            row += light[y][x] * Math.cos(Math.PI * (2 * x + 1) * u / (2 * SIDE));
          }
          sum += row * Math.cos(Math.PI * (2 * y + 1) * v / (2 * SIDE));
        }
        result[v * FREQUENCIES + u - 1] = sum / SIDE;
      }
    }
    return result;
  }

  /** Unsigned directions, weighted by the gradient's length; each cell less the mean of all. */
  private static double[] gradients(double[][] light) {
    double[] result = new double[GRADIENTS];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        double dx = light[y][x + 1] - light[y][x - 1];
        double dy = light[y + 1][x] - light[y - 1][x];
        double length = Math.hypot(dx, dy);
        double angle = Math.atan2(dy, dx) / Math.PI;
        double position = (angle < 0 ? angle + 1 : angle) * DIRECTIONS;
        int bin = (int) position;
        double share = position - bin;
        int cell = y * GRID / SIDE * GRID + x * GRID / SIDE;
        result[cell * DIRECTIONS + bin % DIRECTIONS] += length * (1 - share);
        result[cell * DIRECTIONS + (bin + 1) % DIRECTIONS] += length * share;
      }
    }
    double mean = 0;
    for (double v : result) {
      mean += v / GRADIENTS;
    }
    for (int i = 0; i < GRADIENTS; i++) {
      result[i] -= mean;
    }
    return result;
  }
}
