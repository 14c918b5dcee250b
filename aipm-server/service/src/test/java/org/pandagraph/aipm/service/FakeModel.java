/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/**
 * A model whose contents say what it shall do: {@code letters} are the set of a text's letters as
 * vectors, {@code length} is its length; the texts {@code throw}, {@code null} and {@code wait} are
 * answered by an exception, by a missing result, and not before {@link #gate} opens.
 */
public final class FakeModel implements Model {
  private static final ValueDomain TEXT = ValueDomain.of("text/plain");

  public final AtomicInteger values = new AtomicInteger();
  public final AtomicInteger calls = new AtomicInteger();
  public final CountDownLatch gate = new CountDownLatch(1);
  public final CountDownLatch waiting = new CountDownLatch(1);

  private final List<ModelDescriptor> descriptors =
      List.of(
          ModelDescriptor.extractor("size", "1", TEXT).description("length").build(),
          ModelDescriptor.extractor("letters", "1", TEXT).description("letters").build(),
          ModelDescriptor.comparator("letter", "1", TEXT, TEXT)
              .metric(Metric.EUCLIDEAN)
              .feature("letters")
              .set(true)
              .distanceAtHalf(1.0)
              .defaultThreshold(0.5)
              .description("letters")
              .build(),
          ModelDescriptor.comparator(
                  "near", "1", ValueDomain.of("integer"), ValueDomain.of("float"))
              .metric(Metric.SERVICE)
              .defaultThreshold(0.5)
              .description("numbers")
              .build());

  @Override
  public List<ModelDescriptor> descriptors() {
    return descriptors;
  }

  @Override
  public List<ModelResult> extract(ModelDescriptor extractor, List<ModelInput> inputs)
      throws InterruptedException {
    calls.incrementAndGet();
    values.addAndGet(inputs.size());
    List<ModelResult> results = new ArrayList<>();
    for (ModelInput input : inputs) {
      String text = text(input);
      if (text.equals("throw")) {
        throw new IllegalStateException("as asked");
      }
      if (text.equals("null")) {
        return Collections.emptyList();
      }
      if (text.startsWith("wait")) {
        waiting.countDown();
        gate.await();
      }
      results.add(extractor.name().equals("size") ? ModelResult.of(text.length()) : letters(text));
    }
    return results;
  }

  private static ModelResult letters(String text) {
    return text.isBlank()
        ? ModelResult.nothing()
        : ModelResult.of(text.chars().mapToObj(c -> (Object) new float[] {c - 'a', 0}).toList());
  }

  private static String text(ModelInput input) {
    try {
      return new String(input.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public List<ModelResult> compare(
      ModelDescriptor comparator, List<ModelInput> left, List<ModelInput> right) {
    List<ModelResult> results = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      double x = ((Number) left.get(i).value()).doubleValue();
      double y = ((Number) right.get(i).value()).doubleValue();
      results.add(ModelResult.of(1 / (1 + Math.abs(x - y))));
    }
    return results;
  }
}
