/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.call.InputScope;
import org.pandagraph.aipm.service.call.Models;
import org.pandagraph.aipm.service.call.RegisteredModel;
import org.pandagraph.aipm.similarity.SimilarityException;
import org.pandagraph.aipm.similarity.TextComparators;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireInput;

/** Compares pairs of values, asking each model once for all of them. Used by one thread. */
final class PairComparer {
  /** A pair in the order in which its comparator takes it. */
  private record Task(int index, ComparatorChoice choice, WireInput left, WireInput right) {}

  private final Models models;
  private final InputScope scope;
  private final boolean equalIsOne;

  /**
   * @param equalIsOne whether two equal contents have similarity 1 without any model being asked
   */
  PairComparer(Models models, InputScope scope, boolean equalIsOne) {
    this.models = models;
    this.scope = scope;
    this.equalIsOne = equalIsOne;
  }

  /** The comparator of a pair. */
  ComparatorChoice choose(String algorithm, String version, WireInput left, WireInput right) {
    return ComparatorChoice.of(
        models.registry().catalogue(), algorithm, version, left.type(), right.type());
  }

  /** One block for each pair. */
  List<Block> compare(List<ComparatorChoice> choices, List<WireInput> left, List<WireInput> right) {
    Block[] blocks = new Block[left.size()];
    Map<ModelDescriptor, List<Task>> tasks = new LinkedHashMap<>();
    for (int i = 0; i < blocks.length; i++) {
      WireInput x = left.get(i);
      WireInput y = right.get(i);
      ComparatorChoice c = choices.get(i);
      if (equalIsOne && x.isBlob() && y.isBlob() && x.digest().equals(y.digest())) {
        blocks[i] = Block.of(1);
      } else {
        Task task = c.swapped() ? new Task(i, c, y, x) : new Task(i, c, x, y);
        tasks.computeIfAbsent(c.comparator(), k -> new ArrayList<>()).add(task);
      }
    }
    tasks.forEach((comparator, some) -> compare(comparator, some, blocks));
    return List.of(blocks);
  }

  private void compare(ModelDescriptor comparator, List<Task> tasks, Block[] blocks) {
    if (comparator.metric() != Metric.SERVICE) {
      byFeature(comparator, tasks, blocks);
      return;
    }
    RegisteredModel model = models.registry().behind(comparator).orElse(null);
    List<ItemResult> results =
        model == null
            ? tasks.stream().map(t -> byText(comparator, t)).toList()
            : models.compare(
                model,
                tasks.stream().map(Task::left).toList(),
                tasks.stream().map(Task::right).toList(),
                scope);
    for (int k = 0; k < tasks.size(); k++) {
      ItemResult result = results.get(k);
      blocks[tasks.get(k).index] =
          result.value() instanceof Number n
              ? Block.of(n.doubleValue())
              : result.fault() == null && !result.isMissing()
                  ? new Block(0, 0, new double[0][0], null)
                  : Block.problem(result);
    }
  }

  private static ItemResult byText(ModelDescriptor comparator, Task task) {
    try {
      return ItemResult.of(
          TextComparators.named(comparator.name())
              .orElseThrow()
              .similarity((String) task.left.value(), (String) task.right.value()));
    } catch (SimilarityException e) {
      return ItemResult.fault(WireErrorCode.BAD_REQUEST, e.getMessage());
    }
  }

  private void byFeature(ModelDescriptor comparator, List<Task> tasks, Block[] blocks) {
    List<WireInput> both = new ArrayList<>();
    tasks.forEach(t -> both.add(t.left));
    tasks.forEach(t -> both.add(t.right));
    List<ItemResult> features = features(comparator, both);
    for (int k = 0; k < tasks.size(); k++) {
      Task task = tasks.get(k);
      Block block = FeatureBlock.of(comparator, features.get(k), features.get(tasks.size() + k));
      blocks[task.index] = task.choice.swapped() ? FeatureBlock.transposed(block) : block;
    }
  }

  /** The features of blobs; any other value is its own. */
  private List<ItemResult> features(ModelDescriptor comparator, List<WireInput> inputs) {
    List<WireInput> blobs = inputs.stream().filter(WireInput::isBlob).toList();
    List<ItemResult> extracted;
    if (comparator.feature().equals("digest")) {
      extracted = blobs.stream().map(b -> ItemResult.of(b.digest())).toList();
    } else {
      try {
        extracted = models.extract(comparator.feature(), null, blobs, scope);
      } catch (ServiceException e) {
        ItemResult fault = ItemResult.fault(e.code(), e.getMessage());
        extracted = java.util.Collections.nCopies(blobs.size(), fault);
      }
    }
    List<ItemResult> features = new ArrayList<>();
    int next = 0;
    for (WireInput input : inputs) {
      features.add(input.isBlob() ? extracted.get(next++) : ItemResult.of(input.value()));
    }
    return features;
  }
}
