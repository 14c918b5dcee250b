/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

/**
 * The similarities of all items of one operand with all of another, and what the operators say of
 * them: see the package for the rules. Immutable.
 */
final class SimilarityTable {
  private final Operand x;
  private final Operand y;

  /** Null where one of the two items is null. */
  private final Cell[][] cells;

  SimilarityTable(Operand x, Operand y, Cell[][] cells) {
    this.x = x;
    this.y = y;
    this.cells = cells;
  }

  /** The best similarity; null where there is none. */
  Double best() {
    Double best = null;
    for (Cell[] row : cells) {
      for (Cell cell : row) {
        Double here = cell == null ? null : cell.best();
        if (here != null && (best == null || here > best)) {
          best = here;
        }
      }
    }
    return best;
  }

  /** {@code x ~: y}. */
  Boolean like(Double threshold) {
    return x.size() == 0 || y.size() == 0 ? null : someAlike(threshold);
  }

  /** {@code x >: y}. */
  Boolean contains(Double threshold) {
    if (leftHasNone()) {
      return false;
    }
    return rightHasNone() ? null : someAlike(threshold);
  }

  /** {@code x >>: y}. */
  Boolean containsSet(Double threshold) {
    if (rightHasNone()) {
      return null;
    }
    if (leftHasNone()) {
      return false;
    }
    if (!y.isList()) {
      return containsFound(threshold);
    }
    Boolean all = true;
    for (int j = 0; j < y.size(); j++) {
      Boolean some = false;
      for (int i = 0; i < x.size(); i++) {
        some = Ternary.or(some, alike(i, j, threshold));
      }
      all = Ternary.and(all, some);
    }
    return all;
  }

  /** {@code x ::: y}; a null entry where one of the two elements is null or has nothing found. */
  Double[][] rows() {
    int columns = y.isList() ? y.size() : found(false);
    Double[][] rows = new Double[x.isList() ? x.size() : found(true)][columns];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns; c++) {
        rows[r][c] = entry(r, c);
      }
    }
    return rows;
  }

  private Double entry(int row, int column) {
    Cell cell = cells[x.isList() ? row : 0][y.isList() ? column : 0];
    if (cell == null) {
      return null;
    }
    boolean oneRow = !x.isList() && row < cell.rows();
    boolean oneColumn = !y.isList() && column < cell.columns();
    Double best = null;
    for (int r = oneRow ? row : 0; r < (oneRow ? row + 1 : cell.rows()); r++) {
      for (int c = oneColumn ? column : 0; c < (oneColumn ? column + 1 : cell.columns()); c++) {
        best = best == null ? cell.at(r, c) : Math.max(best, cell.at(r, c));
      }
    }
    return best;
  }

  /**
   * How many elements were found in the one item of a side; one where that is not the same for all.
   */
  private int found(boolean left) {
    int found = -1;
    for (Cell[] row : cells) {
      for (Cell cell : row) {
        if (cell != null) {
          int here = left ? cell.rows() : cell.columns();
          if (found >= 0 && here != found) {
            return 1;
          }
          found = here;
        }
      }
    }
    return found < 0 ? 1 : found;
  }

  private boolean leftHasNone() {
    return x.size() == 0 || !x.isList() && y.size() > 0 && found(true) == 0;
  }

  private boolean rightHasNone() {
    return y.size() == 0 || !y.isList() && x.size() > 0 && found(false) == 0;
  }

  private Boolean someAlike(Double threshold) {
    Boolean some = false;
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        some = Ternary.or(some, alike(i, j, threshold));
      }
    }
    return some;
  }

  private Boolean alike(int i, int j, Double threshold) {
    return cells[i][j] == null ? null : cells[i][j].alike(threshold);
  }

  /** Every element found in the one item on the right is like some element on the left. */
  private Boolean containsFound(Double threshold) {
    boolean unknown = false;
    for (Cell[] row : cells) {
      if (row[0] == null || row[0].rows() == 0) {
        unknown = true;
      } else if (row[0].isIdentical()) {
        return true;
      }
    }
    int columns = found(false);
    Boolean all = true;
    for (int c = 0; c < columns; c++) {
      boolean some = false;
      for (Cell[] row : cells) {
        some |= row[0] != null && c < row[0].columns() && row[0].someRowLike(c, threshold);
      }
      all = Ternary.and(all, some ? (Boolean) true : unknown ? null : (Boolean) false);
    }
    return all;
  }
}
