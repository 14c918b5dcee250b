/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pandagraph.aipm.worker.plate.Spots.Spot;

/** Finds lines of characters, the likeliest plates first. */
final class LineFinder {
  private static final int MIN_SPOTS = 4;
  private static final int MAX_SPOTS = 12;
  // A plate has a gap for a seal or a hyphen, seldom wider than two characters.
  private static final double MAX_STEP = 2.4;
  private static final double MAX_SLOPE = 0.35;
  private static final double SAME_HEIGHT = 0.22;
  private static final double OFF_LINE = 0.2;
  private static final int[] RADII = {9, 18, 40};
  private static final int[] CONTRASTS = {8, 20};
  // Against texture with very many spots.
  private static final int MAX_SPOTS_LOOKED_AT = 3000;

  private LineFinder() {}

  /** At most so many lines. */
  static List<Line> find(GreyImage image, int count) {
    List<Line> all = new ArrayList<>();
    for (boolean dark : new boolean[] {true, false}) {
      for (int radius : RADII) {
        for (int contrast : CONTRASTS) {
          all.addAll(lines(Spots.find(image, dark, radius, contrast), dark));
        }
      }
    }
    all.sort(Comparator.comparingDouble(LineFinder::likelihood).reversed());
    List<Line> best = new ArrayList<>();
    for (Line line : all) {
      if (best.size() < count && best.stream().noneMatch(b -> same(b, line))) {
        best.add(line);
      }
    }
    return best;
  }

  private static boolean same(Line a, Line b) {
    return a.dark() == b.dark() && a.covers(b) && b.covers(a);
  }

  /** Plates have five to eight characters of one height, at least twice as high as wide. */
  static double likelihood(Line line) {
    int n = line.spots().size();
    double number = n >= 5 && n <= 8 ? 1 : n == 4 || n == 9 ? 0.75 : 0.5;
    double shape =
        line.spots().stream()
            .mapToDouble(s -> (double) s.width() / s.height())
            .map(r -> r > 0.3 && r < 0.85 ? 1 : 0.6)
            .average()
            .orElse(0);
    double even = Math.max(0, 1 - 4 * line.unevenness());
    double level = 1 - Math.abs(line.slope());
    double large = Math.min(1, 0.7 + line.height() / 100);
    return number * shape * even * level * large;
  }

  private static List<Line> lines(List<Spot> spots, boolean dark) {
    if (spots.size() > MAX_SPOTS_LOOKED_AT) {
      return List.of();
    }
    List<Spot> sorted = new ArrayList<>(spots);
    sorted.sort(Comparator.comparingInt(Spot::left));
    List<Line> lines = new ArrayList<>();
    Set<List<Spot>> seen = new HashSet<>();
    for (int i = 0; i < sorted.size(); i++) {
      Spot a = sorted.get(i);
      for (int j = i + 1; j < sorted.size(); j++) {
        Spot b = sorted.get(j);
        if (b.left() - a.right() > 3 * MAX_STEP * a.height()) {
          break;
        }
        if (startsLine(a, b)) {
          List<Spot> run = run(sorted, i, b);
          if (run.size() >= MIN_SPOTS && run.size() <= MAX_SPOTS && seen.add(run)) {
            lines.add(new Line(run, dark));
          }
        }
      }
    }
    return lines;
  }

  private static boolean startsLine(Spot a, Spot b) {
    double height = Math.max(a.height(), b.height());
    double dx = b.x() - a.x();
    return dx > 0.25 * height
        && Math.abs(a.height() - b.height()) <= SAME_HEIGHT * height
        && Math.abs(b.y() - a.y()) <= MAX_SLOPE * dx;
  }

  /** All spots on the line through two of them, the i-th and another, without gaps between them. */
  private static List<Spot> run(List<Spot> sorted, int i, Spot b) {
    Spot a = sorted.get(i);
    double slope = (b.y() - a.y()) / (b.x() - a.x());
    double height = (a.height() + b.height()) / 2.0;
    List<Spot> run = new ArrayList<>(List.of(a));
    Spot last = a;
    for (int k = i - 1; k >= 0; k--) {
      Spot s = sorted.get(k);
      if (last.x() - s.left() > (MAX_STEP + 1) * height) {
        break;
      }
      if (fits(s, a, slope, height)
          && s.right() <= last.left() + 0.15 * height
          && last.x() - s.x() <= MAX_STEP * height) {
        run.add(0, s);
        last = s;
      }
    }
    last = a;
    for (int k = i + 1; k < sorted.size(); k++) {
      Spot s = sorted.get(k);
      if (s.left() - last.x() > MAX_STEP * height) {
        break;
      }
      if (fits(s, a, slope, height)
          && s.left() >= last.right() - 0.15 * height
          && s.x() - last.x() <= MAX_STEP * height) {
        run.add(s);
        last = s;
      }
    }
    return run;
  }

  private static boolean fits(Spot s, Spot a, double slope, double height) {
    return Math.abs(s.height() - height) <= SAME_HEIGHT * height
        && Math.abs(s.y() - (a.y() + slope * (s.x() - a.x()))) <= OFF_LINE * height;
  }
}
