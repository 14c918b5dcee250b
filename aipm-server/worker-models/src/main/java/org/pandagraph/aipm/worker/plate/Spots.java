/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.util.ArrayList;
import java.util.List;

/**
 * Pixels that are darker than their surroundings (or lighter), gathered into connected spots that
 * could be characters by their size and shape.
 */
final class Spots {
  private static final int MIN_HEIGHT = 9;
  private static final double MAX_HEIGHT = 0.4;
  private static final double MAX_WIDTH_TO_HEIGHT = 1.2;
  private static final double MIN_FILL = 0.12;

  private Spots() {}

  /** A connected spot; bounds inclusive at the left and top, exclusive at the right and bottom. */
  record Spot(int left, int top, int right, int bottom, int pixels) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }

    double x() {
      return (left + right) / 2.0;
    }

    double y() {
      return (top + bottom) / 2.0;
    }
  }

  /**
   * Finds the spots.
   *
   * @param dark whether they are darker than their surroundings
   * @param radius in pixels: how far the surroundings go
   * @param contrast in grey levels: how much they differ at least
   */
  static List<Spot> find(GreyImage image, boolean dark, int radius, int contrast) {
    boolean[] marked = mark(image, dark, radius, contrast);
    List<Spot> spots = new ArrayList<>();
    int[] stack = new int[marked.length];
    int width = image.width();
    int maxHeight = (int) (image.height() * MAX_HEIGHT);
    for (int start = 0; start < marked.length; start++) {
      if (marked[start]) {
        Spot spot = gather(marked, width, start, stack);
        if (couldBeCharacter(spot, maxHeight)) {
          spots.add(spot);
        }
      }
    }
    return spots;
  }

  private static boolean couldBeCharacter(Spot s, int maxHeight) {
    return s.height() >= MIN_HEIGHT
        && s.height() <= maxHeight
        && s.width() <= MAX_WIDTH_TO_HEIGHT * s.height()
        && s.width() >= 2
        && s.pixels() >= MIN_FILL * s.width() * s.height();
  }

  private static boolean[] mark(GreyImage image, boolean dark, int radius, int contrast) {
    int width = image.width();
    int height = image.height();
    long[] sums = sums(image);
    boolean[] marked = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        long sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        double mean = (double) sum / ((bottom - top) * (right - left));
        double difference = mean - image.at(x, y);
        marked[y * width + x] = (dark ? difference : -difference) > contrast;
      }
    }
    return marked;
  }

  private static long[] sums(GreyImage image) {
    int width = image.width() + 1;
    long[] sums = new long[width * (image.height() + 1)];
    for (int y = 0; y < image.height(); y++) {
      long row = 0;
      for (int x = 0; x < image.width(); x++) {
        row += image.at(x, y);
        sums[(y + 1) * width + x + 1] = sums[y * width + x + 1] + row;
      }
    }
    return sums;
  }

  /** Takes all pixels connected by their sides away from the marked ones. */
  private static Spot gather(boolean[] marked, int width, int start, int[] stack) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    int pixels = 0;
    int size = 0;
    stack[size++] = start;
    marked[start] = false;
    while (size > 0) {
      int at = stack[--size];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      pixels++;
      if (x > 0 && marked[at - 1]) {
        marked[at - 1] = false;
        stack[size++] = at - 1;
      }
      if (x < width - 1 && marked[at + 1]) {
        marked[at + 1] = false;
        stack[size++] = at + 1;
      }
      if (at >= width && marked[at - width]) {
        marked[at - width] = false;
        stack[size++] = at - width;
      }
      if (at + width < marked.length && marked[at + width]) {
        marked[at + width] = false;
        stack[size++] = at + width;
      }
    }
    return new Spot(left, top, right, bottom, pixels);
  }
}
