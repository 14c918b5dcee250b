/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.util.Arrays;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.wire.ModelDescriptor;

/** One offer of a model, and what it has cost so far. Thread-safe. */
public final class RegisteredModel {
  private static final int SAMPLES = 101;

  private final Model model;
  private final ModelDescriptor descriptor;
  private final double[] samples = new double[SAMPLES];
  private int count;

  RegisteredModel(Model model, ModelDescriptor descriptor) {
    this.model = model;
    this.descriptor = descriptor;
  }

  public Model model() {
    return model;
  }

  /** As the model gave it. */
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  synchronized void took(double millis) {
    samples[count++ % SAMPLES] = millis;
  }

  /** With the median cost of its last values, where there were any. */
  synchronized ModelDescriptor measured() {
    if (count == 0) {
      return descriptor;
    }
    double[] sorted = Arrays.copyOf(samples, Math.min(count, SAMPLES));
    Arrays.sort(sorted);
    return descriptor.toBuilder().costMillis(sorted[sorted.length / 2]).build();
  }
}
