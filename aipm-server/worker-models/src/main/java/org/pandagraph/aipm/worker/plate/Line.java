/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.util.List;
import org.pandagraph.aipm.worker.plate.Spots.Spot;

/**
 * Spots that stand in a line like printed characters, from left to right.
 *
 * @param dark whether the characters are darker than what they are printed on
 */
record Line(List<Spot> spots, boolean dark) {

  /** Mean height of the characters in pixels. */
  double height() {
    return spots.stream().mapToInt(Spot::height).average().orElse(0);
  }

  int left() {
    return spots.get(0).left();
  }

  int right() {
    return spots.get(spots.size() - 1).right();
  }

  /** Rise of y for a step of x, by least squares over the spots' centres. */
  double slope() {
    double meanX = spots.stream().mapToDouble(Spot::x).average().orElse(0);
    double meanY = spots.stream().mapToDouble(Spot::y).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (Spot s : spots) {
      products += (s.x() - meanX) * (s.y() - meanY);
      squares += (s.x() - meanX) * (s.x() - meanX);
    }
    return squares == 0 ? 0 : products / squares;
  }

  double middleX() {
    return (left() + right()) / 2.0;
  }

  /** Height of the line's middle at an x. */
  double y(double x) {
    double meanX = spots.stream().mapToDouble(Spot::x).average().orElse(0);
    double meanY = spots.stream().mapToDouble(Spot::y).average().orElse(0);
    return meanY + slope() * (x - meanX);
  }

  /** How different the heights are: standard deviation by mean. */
  double unevenness() {
    double mean = height();
    double squares =
        spots.stream().mapToDouble(s -> (s.height() - mean) * (s.height() - mean)).sum();
    return Math.sqrt(squares / spots.size()) / mean;
  }

  /** Whether most of the other line lies within this one. */
  boolean covers(Line other) {
    double overlap = Math.min(right(), other.right()) - Math.max(left(), other.left());
    double x = other.middleX();
    return overlap > 0.6 * (other.right() - other.left())
        && Math.abs(y(x) - other.y(x)) < 0.4 * Math.max(height(), other.height())
        && other.height() < 1.35 * height()
        && other.height() > height() / 1.35;
  }
}
