/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.ServiceMetrics;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireInput;

/** Asks the right model for each value of a batch, and for equal values once. Thread-safe. */
public final class Models {
  private record Wanted(RegisteredModel model, Object identity) {}

  private final ModelRegistry registry;
  private final ServiceMetrics metrics;
  private final ModelCall call;
  private final ResultCache results;

  /**
   * @param resultBytes how much of what models found is kept, in bytes
   */
  public Models(ModelRegistry registry, ServiceMetrics metrics, long resultBytes) {
    this.registry = registry;
    this.metrics = metrics;
    this.call = new ModelCall(metrics);
    this.results = new ResultCache(resultBytes);
  }

  public ModelRegistry registry() {
    return registry;
  }

  /**
   * Extracts a sub-property of each input.
   *
   * @param version of the model; null for any
   * @throws ServiceException where there is no such sub-property at all
   */
  public List<ItemResult> extract(
      String property, String version, List<WireInput> inputs, InputScope scope) {
    registry.checkProperty(property, version);
    ItemResult[] answers = new ItemResult[inputs.size()];
    Map<RegisteredModel, Map<Wanted, ModelInput>> open = new LinkedHashMap<>();
    Map<Wanted, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < answers.length; i++) {
      WireInput input;
      RegisteredModel model;
      try {
        input = scope.named(inputs.get(i));
        model = registry.extractor(property, version, input.type());
      } catch (ServiceException e) {
        answers[i] = ItemResult.fault(e.code(), e.getMessage());
        continue;
      }
      answers[i] = known(model.descriptor(), input);
      if (answers[i] == null) {
        ModelInput resolved = scope.resolved(input);
        if (resolved == null) {
          answers[i] = ItemResult.missing();
          continue;
        }
        Wanted wanted = new Wanted(model, identity(input));
        open.computeIfAbsent(model, m -> new LinkedHashMap<>()).putIfAbsent(wanted, resolved);
        places.computeIfAbsent(wanted, w -> new ArrayList<>()).add(i);
      }
    }
    open.forEach((model, wanted) -> ask(model, wanted, places, answers));
    return Arrays.asList(answers);
  }

  private void ask(
      RegisteredModel model,
      Map<Wanted, ModelInput> wanted,
      Map<Wanted, List<Integer>> places,
      ItemResult[] answers) {
    List<ModelInput> inputs = List.copyOf(wanted.values());
    List<ItemResult> found = call.extract(model, inputs);
    int k = 0;
    for (Wanted w : wanted.keySet()) {
      ItemResult result = found.get(k);
      ModelInput input = inputs.get(k++);
      if (input.digest() != null) {
        results.put(model.descriptor(), input.digest(), input.type().name(), result);
      }
      places.get(w).forEach(i -> answers[i] = result);
    }
  }

  private ItemResult known(ModelDescriptor model, WireInput input) {
    if (!input.isBlob()) {
      return null;
    }
    ItemResult result = results.get(model, input.digest(), input.type().name());
    if (result != null) {
      metrics.resultCached();
    }
    return result;
  }

  private static Object identity(WireInput input) {
    return List.of(input.type(), input.isBlob() ? input.digest() : input.value());
  }

  /** Lets a model of {@code Metric.SERVICE} compare pairs. */
  public List<ItemResult> compare(
      RegisteredModel model, List<WireInput> left, List<WireInput> right, InputScope scope) {
    ItemResult[] answers = new ItemResult[left.size()];
    List<Integer> places = new ArrayList<>();
    List<ModelInput> l = new ArrayList<>();
    List<ModelInput> r = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      ModelInput x = scope.resolved(left.get(i));
      ModelInput y = scope.resolved(right.get(i));
      if (x == null || y == null) {
        answers[i] = ItemResult.missing();
      } else {
        places.add(i);
        l.add(x);
        r.add(y);
      }
    }
    List<ItemResult> found = l.isEmpty() ? List.of() : call.compare(model, l, r);
    for (int k = 0; k < places.size(); k++) {
      answers[places.get(k)] = inRange(model.descriptor(), found.get(k));
    }
    return Arrays.asList(answers);
  }

  private static ItemResult inRange(ModelDescriptor model, ItemResult result) {
    if (result.value() == null) {
      return result;
    }
    double similarity = result.value() instanceof Number n ? n.doubleValue() : Double.NaN;
    return similarity >= 0 && similarity <= 1
        ? result
        : ItemResult.fault(
            WireErrorCode.MODEL_FAILED,
            "`" + model.name() + "` gave " + result.value() + ", no similarity in [0,1]");
  }
}
