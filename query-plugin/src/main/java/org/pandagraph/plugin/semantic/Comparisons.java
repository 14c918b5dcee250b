/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.client.Outcome;
import org.pandagraph.aipm.similarity.FeatureMetric;
import org.pandagraph.aipm.similarity.SimilarityException;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.plugin.blob.BlobContent;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Compares all items of one operand with all of another: a comparator for each pair, what they need
 * in one batch a model, then the arithmetic. Used once, by one thread.
 */
final class Comparisons {
  /** Of one operator at a time; it bounds what a list of lists can ask for. */
  static final int MAX_PAIRS = 250_000;

  private final Models models;
  private final Patience patience;
  private final Operand x;
  private final Operand y;
  private final Cell[][] cells;
  private final Choice[][] choices;
  private final Map<ModelDescriptor, Set<BlobContent>> wanted = new LinkedHashMap<>();
  private final Map<ModelDescriptor, Map<BlobContent, Outcome<Object>>> features = new HashMap<>();
  private final Map<ModelDescriptor, List<int[]>> asked = new IdentityHashMap<>();

  /** One catalogue might replace another half-way. */
  private final Map<String, ModelDescriptor> extractors = new HashMap<>();

  Comparisons(Models models, Patience patience, Operand x, Operand y) {
    if ((long) x.size() * y.size() > MAX_PAIRS) {
      throw new CypherPlusError(
          PluginErrorCode.INVALID_ARGUMENT,
          "at most "
              + MAX_PAIRS
              + " pairs are compared by one operator, and these are "
              + (long) x.size() * y.size(),
          CypherPlusError.NO_OFFSET);
    }
    this.models = models;
    this.patience = patience;
    this.x = x;
    this.y = y;
    this.cells = new Cell[x.size()][y.size()];
    this.choices = new Choice[x.size()][y.size()];
  }

  /**
   * @param algorithm null for the default one of each pair
   * @param elementwise whether equal contents are compared element by element like any others,
   *     instead of being similar by being equal
   */
  SimilarityTable table(String algorithm, boolean elementwise) {
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        prepare(i, j, algorithm, elementwise);
      }
    }
    wanted.forEach(
        (model, contents) -> features.put(model, models.extract(model, contents, patience)));
    asked.forEach(this::compareInService);
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        if (choices[i][j] != null) {
          cells[i][j] = byFeatures(choices[i][j], x.item(i), y.item(j));
        }
      }
    }
    return new SimilarityTable(x, y, cells);
  }

  /** Settles what needs no service, and notes down what the rest needs of it. */
  private void prepare(int i, int j, String algorithm, boolean elementwise) {
    Item left = x.item(i);
    Item right = y.item(j);
    if (left == null || right == null) {
      return;
    }
    boolean identical = !elementwise && left.isSameBlobAs(right);
    if (identical && algorithm == null) {
      cells[i][j] = Cell.IDENTICAL;
      return;
    }
    Choice choice = models.comparator(algorithm, left.type(), right.type());
    ModelDescriptor comparator = choice.comparator();
    if (identical) {
      cells[i][j] = Cell.IDENTICAL;
    } else if (models.isText(comparator)) {
      cells[i][j] = Cell.of(comparator, models.similarity(comparator, left.value(), right.value()));
    } else if (comparator.metric() == Metric.SERVICE) {
      asked.computeIfAbsent(comparator, m -> new ArrayList<>()).add(new int[] {i, j});
      choices[i][j] = choice;
    } else {
      want(comparator, left);
      want(comparator, right);
      choices[i][j] = choice;
    }
  }

  private void want(ModelDescriptor comparator, Item item) {
    if (item.isBlob() && !MetadataProperties.has(comparator.feature())) {
      wanted
          .computeIfAbsent(extractor(comparator, item), m -> new LinkedHashSet<>())
          .add(item.content());
    }
  }

  private void compareInService(ModelDescriptor comparator, List<int[]> pairs) {
    List<Object> left = new ArrayList<>(pairs.size());
    List<Object> right = new ArrayList<>(pairs.size());
    for (int[] pair : pairs) {
      boolean swapped = choices[pair[0]][pair[1]].swapped();
      Object a = x.item(pair[0]).value();
      Object b = y.item(pair[1]).value();
      left.add(swapped ? b : a);
      right.add(swapped ? a : b);
    }
    List<Outcome<Double>> outcomes = models.compare(comparator, left, right, patience);
    for (int k = 0; k < pairs.size(); k++) {
      int[] pair = pairs.get(k);
      Double similarity = outcomes.get(k).get();
      if (similarity != null && !(similarity >= 0 && similarity <= 1)) {
        throw new AipmException(
            AipmErrorCode.BAD_ANSWER,
            "`" + comparator.name() + "` gave the similarity " + similarity + ", not one in [0,1]");
      }
      cells[pair[0]][pair[1]] = Cell.of(comparator, similarity);
      choices[pair[0]][pair[1]] = null;
    }
  }

  private Cell byFeatures(Choice choice, Item left, Item right) {
    ModelDescriptor comparator = choice.comparator();
    List<?> rows = elements(comparator, left);
    List<?> columns = elements(comparator, right);
    double[][] similarities = new double[rows.size()][columns.size()];
    try {
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < columns.size(); c++) {
          similarities[r][c] =
              choice.swapped()
                  ? FeatureMetric.similarity(comparator, columns.get(c), rows.get(r))
                  : FeatureMetric.similarity(comparator, rows.get(r), columns.get(c));
        }
      }
    } catch (SimilarityException e) {
      if (comparator.metric() == Metric.REGEX) {
        throw new CypherPlusError(
            PluginErrorCode.INVALID_ARGUMENT, e.getMessage(), CypherPlusError.NO_OFFSET, e);
      }
      throw new AipmException(AipmErrorCode.BAD_ANSWER, e.getMessage(), e);
    }
    return Cell.of(comparator, similarities, rows.size(), columns.size());
  }

  private List<?> elements(ModelDescriptor comparator, Item item) {
    if (!item.isBlob()) {
      return List.of(item.value());
    }
    Object feature =
        MetadataProperties.of(item.content().blob(), comparator.feature())
            .orElseGet(() -> extracted(comparator, item));
    return FeatureForms.elements(feature, comparator.isSet());
  }

  private Object extracted(ModelDescriptor comparator, Item item) {
    return features.get(extractor(comparator, item)).get(item.content()).get();
  }

  private ModelDescriptor extractor(ModelDescriptor comparator, Item item) {
    return extractors.computeIfAbsent(
        comparator.name() + ' ' + item.type().name(),
        k -> models.extractorOfFeature(comparator, item.type()));
  }
}
