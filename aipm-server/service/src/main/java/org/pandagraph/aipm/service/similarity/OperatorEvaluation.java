/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.call.InputScope;
import org.pandagraph.aipm.service.call.Models;
import org.pandagraph.aipm.wire.CompareRequest;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.OperatorRequest;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireInput;

/** Evaluates an operator over a batch of pairs. Thread-safe. */
public final class OperatorEvaluation {
  private static final int MAX_PAIRS = 100_000;

  /** Where a pair's values begin in the lists of all values to compare. */
  private record Span(int index, Operand left, Operand right, int start) {}

  private final Models models;

  public OperatorEvaluation(Models models) {
    this.models = models;
  }

  /** Similarities by an algorithm. */
  public List<ItemResult> compare(String algorithm, CompareRequest request, InputScope scope) {
    List<Operand[]> pairs = new ArrayList<>();
    ItemResult[] results = new ItemResult[request.left().size()];
    for (int i = 0; i < results.length; i++) {
      WireInput l = request.left().get(i);
      WireInput r = request.right().get(i);
      pairs.add(operands(results, i, () -> Operand.of(l, scope), () -> Operand.of(r, scope)));
    }
    return evaluate(Operator.COMPARE, algorithm, request.version(), null, pairs, results, scope);
  }

  /** Any operator. */
  public List<ItemResult> evaluate(Operator operator, OperatorRequest request, InputScope scope) {
    List<Operand[]> pairs = new ArrayList<>();
    ItemResult[] results = new ItemResult[request.left().size()];
    for (int i = 0; i < results.length; i++) {
      Object l = (operator.isSwapped() ? request.right() : request.left()).get(i);
      Object r = (operator.isSwapped() ? request.left() : request.right()).get(i);
      pairs.add(operands(results, i, () -> Operand.of(l, scope), () -> Operand.of(r, scope)));
    }
    return evaluate(
        operator, request.algorithm(), null, request.threshold(), pairs, results, scope);
  }

  private interface Parse {
    Operand operand();
  }

  private static Operand[] operands(ItemResult[] results, int i, Parse left, Parse right) {
    try {
      return new Operand[] {left.operand(), right.operand()};
    } catch (ServiceException e) {
      results[i] = ItemResult.fault(e.code(), e.getMessage());
      return null;
    }
  }

  private List<ItemResult> evaluate(
      Operator operator,
      String algorithm,
      String version,
      Double threshold,
      List<Operand[]> pairs,
      ItemResult[] results,
      InputScope scope) {
    PairComparer comparer = new PairComparer(models, scope, operator != Operator.SET_COMPARE);
    List<Span> spans = new ArrayList<>();
    List<ComparatorChoice> choices = new ArrayList<>();
    List<WireInput> left = new ArrayList<>();
    List<WireInput> right = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      if (results[i] != null) {
        continue;
      }
      Operand x = pairs.get(i)[0];
      Operand y = pairs.get(i)[1];
      if (x.isNull() || y.isNull()) {
        results[i] = ItemResult.of(null);
        continue;
      }
      checkCount((long) left.size() + (long) x.elements().size() * y.elements().size());
      int start = left.size();
      try {
        List<ComparatorChoice> own = choices(comparer, algorithm, version, x, y);
        choices.addAll(own);
        spans.add(new Span(i, x, y, start));
        x.elements()
            .forEach(
                a ->
                    y.elements()
                        .forEach(
                            b -> {
                              left.add(a);
                              right.add(b);
                            }));
      } catch (ServiceException e) {
        results[i] = ItemResult.fault(e.code(), e.getMessage());
      }
    }
    List<Block> blocks = comparer.compare(choices, left, right);
    for (Span span : spans) {
      results[span.index] = result(operator, threshold, span, choices, blocks);
    }
    return Arrays.asList(results);
  }

  private static List<ComparatorChoice> choices(
      PairComparer comparer, String algorithm, String version, Operand x, Operand y) {
    List<ComparatorChoice> choices = new ArrayList<>();
    for (WireInput a : x.elements()) {
      for (WireInput b : y.elements()) {
        choices.add(comparer.choose(algorithm, version, a, b));
      }
    }
    return choices;
  }

  private static void checkCount(long pairs) {
    if (pairs > MAX_PAIRS) {
      throw new ServiceException(
          WireErrorCode.CONTENT_TOO_LARGE,
          "a request may compare " + MAX_PAIRS + " pairs of elements, not " + pairs);
    }
  }

  private static ItemResult result(
      Operator operator,
      Double threshold,
      Span span,
      List<ComparatorChoice> choices,
      List<Block> blocks) {
    int rows = span.left.elements().size();
    int columns = span.right.elements().size();
    Block[][] own = new Block[rows][columns];
    double[][] thresholds = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int at = span.start + i * columns + j;
        own[i][j] = blocks.get(at);
        thresholds[i][j] =
            threshold != null ? threshold : choices.get(at).comparator().defaultThreshold();
      }
    }
    PairBlocks pair = new PairBlocks(span.left, span.right, own, thresholds);
    ItemResult problem = pair.problem();
    return problem != null ? problem : ItemResult.of(value(operator, pair));
  }

  private static Object value(Operator operator, PairBlocks pair) {
    return switch (operator) {
      case COMPARE -> pair.compare();
      case SET_COMPARE -> pair.setCompare();
      case LIKE -> pair.like();
      case UNLIKE -> {
        Boolean like = pair.like();
        yield like == null ? null : !like;
      }
      case CONTAINS, IN -> pair.contains();
      case CONTAINS_SET, SET_IN -> pair.containsSet();
    };
  }
}
