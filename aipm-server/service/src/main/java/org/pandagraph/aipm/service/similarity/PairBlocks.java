/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.ArrayList;
import java.util.List;
import org.pandagraph.aipm.wire.ItemResult;

/**
 * Two operands, each value of the left one against each of the right one: the blocks of their
 * values, and what an operator makes of them under Cypher's three-valued logic.
 */
final class PairBlocks {
  private final Operand left;
  private final Operand right;
  private final Block[][] blocks;
  private final double[][] thresholds;

  /**
   * @param thresholds for each block, from which similarity on its elements are alike
   */
  PairBlocks(Operand left, Operand right, Block[][] blocks, double[][] thresholds) {
    this.left = left;
    this.right = right;
    this.blocks = blocks;
    this.thresholds = thresholds;
  }

  /** A fault or a missing content among the blocks; null where there is none. */
  ItemResult problem() {
    ItemResult fault = null;
    for (Block[] row : blocks) {
      for (Block block : row) {
        if (block.problem() != null) {
          if (block.problem().isMissing()) {
            return block.problem();
          }
          fault = block.problem();
        }
      }
    }
    return fault;
  }

  /** Best match; null where there is nothing to compare. */
  Double compare() {
    Double best = null;
    for (Block[] row : blocks) {
      for (Block block : row) {
        double b = block.best();
        if (!Double.isNaN(b) && (best == null || b > best)) {
          best = b;
        }
      }
    }
    return best;
  }

  /** Whether any element is like any other; null where that is not known. */
  Boolean like() {
    if (anyAlike()) {
      return true;
    }
    return compare() == null || left.hasNullElement() || right.hasNullElement() ? null : false;
  }

  /** Whether some element of the left is like the right. */
  Boolean contains() {
    if (anyAlike()) {
      return true;
    }
    if (leftIsEmpty() && !left.hasNullElement()) {
      return false;
    }
    return compare() == null || left.hasNullElement() || right.hasNullElement() ? null : false;
  }

  /** Whether each element of the right is like some element of the left. */
  Boolean containsSet() {
    if (rightIsEmpty()) {
      return null;
    }
    boolean all = true;
    for (int j = 0; j < right.elements().size(); j++) {
      for (int element = 0; element < columnsOf(j); element++) {
        all &= someRowIsLike(j, element);
      }
    }
    if (all) {
      return right.hasNullElement() ? null : true;
    }
    return left.hasNullElement() ? null : false;
  }

  /** One row for each element of the left, one column for each of the right. */
  List<List<Double>> setCompare() {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < left.elements().size(); i++) {
      for (int element = 0; element < rowsOf(i); element++) {
        rows.add(row(i, element));
      }
    }
    return rows;
  }

  private List<Double> row(int i, int element) {
    List<Double> row = new ArrayList<>();
    for (int j = 0; j < right.elements().size(); j++) {
      Block block = blocks[i][j];
      for (int k = 0; k < columnsOf(j); k++) {
        row.add(at(block, element, k));
      }
    }
    return row;
  }

  /** A value that is one element here may be several under another pair's comparator. */
  private static Double at(Block block, int i, int j) {
    if (block.rows() == 0 || block.columns() == 0) {
      return null;
    }
    return block.similarities()[block.rows() == 1 ? 0 : i][block.columns() == 1 ? 0 : j];
  }

  private boolean someRowIsLike(int j, int element) {
    for (int i = 0; i < blocks.length; i++) {
      Block block = blocks[i][j];
      for (int r = 0; r < block.rows(); r++) {
        Double similarity = at(block, r, element);
        if (similarity != null && similarity >= thresholds[i][j]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyAlike() {
    for (int i = 0; i < blocks.length; i++) {
      for (int j = 0; j < blocks[i].length; j++) {
        if (blocks[i][j].best() >= thresholds[i][j]) {
          return true;
        }
      }
    }
    return false;
  }

  private int rowsOf(int i) {
    int rows = 0;
    for (Block block : blocks[i]) {
      rows = Math.max(rows, block.rows());
    }
    return right.elements().isEmpty() ? 1 : rows;
  }

  private int columnsOf(int j) {
    int columns = 0;
    for (Block[] row : blocks) {
      columns = Math.max(columns, row[j].columns());
    }
    return left.elements().isEmpty() ? 1 : columns;
  }

  private boolean leftIsEmpty() {
    for (int i = 0; i < left.elements().size(); i++) {
      if (rowsOf(i) > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean rightIsEmpty() {
    for (int j = 0; j < right.elements().size(); j++) {
      if (columnsOf(j) > 0) {
        return false;
      }
    }
    return !right.hasNullElement();
  }
}
