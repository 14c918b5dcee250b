/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.util.ArrayList;
import java.util.List;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.service.ServiceMetrics;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a model for some values; whatever it throws becomes the fault of its values. */
final class ModelCall {
  private static final Logger LOG = LoggerFactory.getLogger(ModelCall.class);

  private interface Question {
    List<ModelResult> ask() throws InterruptedException;
  }

  private final ServiceMetrics metrics;

  ModelCall(ServiceMetrics metrics) {
    this.metrics = metrics;
  }

  List<ItemResult> extract(RegisteredModel model, List<ModelInput> inputs) {
    ModelDescriptor d = model.descriptor();
    List<ItemResult> results = ask(model, inputs.size(), () -> model.model().extract(d, inputs));
    if (results == null) {
      results = new ArrayList<>();
      for (ModelInput input : inputs) {
        results.add(one(model, () -> model.model().extract(d, List.of(input))));
      }
    }
    return results;
  }

  List<ItemResult> compare(RegisteredModel model, List<ModelInput> left, List<ModelInput> right) {
    ModelDescriptor d = model.descriptor();
    List<ItemResult> results = ask(model, left.size(), () -> model.model().compare(d, left, right));
    if (results == null) {
      results = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        List<ModelInput> l = List.of(left.get(i));
        List<ModelInput> r = List.of(right.get(i));
        results.add(one(model, () -> model.model().compare(d, l, r)));
      }
    }
    return results;
  }

  /** Null where the call failed as a whole and its values should be asked for one by one. */
  private List<ItemResult> ask(RegisteredModel model, int count, Question question) {
    if (count == 1) {
      return List.of(one(model, question));
    }
    try {
      return timed(model, count, question);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return java.util.Collections.nCopies(count, stopping());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      LOG.warn("{} failed on {} values; asking one by one", model.descriptor(), count, e);
      return null;
    }
  }

  private ItemResult one(RegisteredModel model, Question question) {
    try {
      return timed(model, 1, question).get(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopping();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      LOG.warn("{} failed", model.descriptor(), e);
      return ItemResult.fault(
          WireErrorCode.MODEL_FAILED,
          "`"
              + model.descriptor().name()
              + "` failed: "
              + e.getClass().getSimpleName()
              + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }
  }

  private static ItemResult stopping() {
    return ItemResult.fault(WireErrorCode.OVERLOADED, "the AIPM service is stopping");
  }

  private List<ItemResult> timed(RegisteredModel model, int count, Question question)
      throws InterruptedException {
    long start = System.nanoTime();
    List<ModelResult> results = question.ask();
    long nanos = System.nanoTime() - start;
    if (results == null || results.size() != count) {
      throw new IllegalStateException(
          "gave "
              + (results == null ? "no" : String.valueOf(results.size()))
              + " results for "
              + count
              + " values");
    }
    model.took(nanos / 1e6 / count);
    metrics.modelTook(model.descriptor().name(), count, nanos / 1e9);
    List<ItemResult> items = new ArrayList<>(count);
    for (ModelResult result : results) {
      items.add(item(model, result));
    }
    return items;
  }

  private ItemResult item(RegisteredModel model, ModelResult result) {
    if (result == null) {
      throw new IllegalStateException("gave a null result");
    }
    if (result.fault() == null) {
      return ItemResult.of(result.value());
    }
    metrics.modelFault(model.descriptor().name(), result.fault().name());
    return ItemResult.fault(WireErrorCode.valueOf(result.fault().name()), result.message());
  }
}
