/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * How similar two items are: a row for each element of the left one, a column for each element of
 * the right one. Immutable.
 */
final class Cell {
  private static final double[][] ONE = {{1}};

  /** Two blobs of the same content. */
  static final Cell IDENTICAL = new Cell(ONE, 1, 1, 1, true);

  private final double[][] similarities;
  private final int rows;
  private final int columns;
  private final double defaultThreshold;
  private final boolean identical;

  private Cell(
      double[][] similarities, int rows, int columns, double defaultThreshold, boolean identical) {
    this.similarities = similarities;
    this.rows = rows;
    this.columns = columns;
    this.defaultThreshold = defaultThreshold;
    this.identical = identical;
  }

  /** The similarity of two items of one element each; of none where it is null. */
  static Cell of(ModelDescriptor comparator, Double similarity) {
    return similarity == null
        ? of(comparator, new double[0][], 0, 0)
        : of(comparator, new double[][] {{similarity}}, 1, 1);
  }

  static Cell of(ModelDescriptor comparator, double[][] similarities, int rows, int columns) {
    return new Cell(similarities, rows, columns, comparator.defaultThreshold(), false);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  double at(int row, int column) {
    return similarities[row][column];
  }

  /** Whether both items are one content, whose elements were therefore never asked for. */
  boolean isIdentical() {
    return identical;
  }

  /**
   * The similarity that counts as like: the asked-for one, or the comparator's where it is null.
   */
  double threshold(Double asked) {
    return asked == null ? defaultThreshold : asked;
  }

  /** The best similarity; null where an item has no elements. */
  Double best() {
    Double best = null;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (best == null || similarities[row][column] > best) {
          best = similarities[row][column];
        }
      }
    }
    return best;
  }

  /** Whether the items are alike; null where that cannot be told, for one has no elements. */
  Boolean alike(Double asked) {
    Double best = best();
    return best == null ? null : (Boolean) (best >= threshold(asked));
  }

  /** Whether some element of the left item is like this one of the right item. */
  boolean someRowLike(int column, Double asked) {
    for (int row = 0; row < rows; row++) {
      if (similarities[row][column] >= threshold(asked)) {
        return true;
      }
    }
    return false;
  }
}
