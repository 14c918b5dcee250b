/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.List;
import java.util.stream.Stream;
import org.pandagraph.aipm.similarity.FeatureMetric;
import org.pandagraph.aipm.similarity.SimilarityException;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireErrorCode;

/** Blocks out of extracted features. */
final class FeatureBlock {
  private FeatureBlock() {}

  static Block of(ModelDescriptor comparator, ItemResult left, ItemResult right) {
    for (ItemResult side : Stream.of(left, right).toList()) {
      if (side.fault() != null || side.isMissing()) {
        return Block.problem(side);
      }
    }
    List<?> rows = elements(comparator, left.value());
    List<?> columns = elements(comparator, right.value());
    try {
      double[][] similarities = new double[rows.size()][columns.size()];
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < columns.size(); j++) {
          similarities[i][j] = FeatureMetric.similarity(comparator, rows.get(i), columns.get(j));
        }
      }
      return new Block(rows.size(), columns.size(), similarities, null);
    } catch (SimilarityException e) {
      return Block.problem(ItemResult.fault(WireErrorCode.BAD_REQUEST, e.getMessage()));
    }
  }

  private static List<?> elements(ModelDescriptor comparator, Object feature) {
    if (feature == null) {
      return List.of();
    }
    return comparator.isSet() && feature instanceof List<?> list ? list : List.of(feature);
  }

  static Block transposed(Block block) {
    double[][] turned = new double[block.columns()][block.rows()];
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        turned[j][i] = block.similarities()[i][j];
      }
    }
    return new Block(block.columns(), block.rows(), turned, block.problem());
  }
}
