/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import org.pandagraph.aipm.wire.ItemResult;

/**
 * How the elements of one value compare with those of another: similarities by row (left element)
 * and column (right element), 1 by 1 unless a set comparator found several; or why there are none.
 * Either side may have found nothing.
 *
 * @param rows elements of the left value
 * @param columns elements of the right value
 * @param problem a fault or a missing content; null where there is none
 */
record Block(int rows, int columns, double[][] similarities, ItemResult problem) {
  static Block of(double similarity) {
    return new Block(1, 1, new double[][] {{similarity}}, null);
  }

  static Block problem(ItemResult problem) {
    return new Block(0, 0, new double[0][0], problem);
  }

  /** Best of all; NaN where there is nothing to compare. */
  double best() {
    double best = Double.NaN;
    for (double[] row : similarities) {
      for (double s : row) {
        best = Double.isNaN(best) ? s : Math.max(best, s);
      }
    }
    return best;
  }
}
