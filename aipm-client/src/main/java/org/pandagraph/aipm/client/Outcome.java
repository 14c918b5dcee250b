/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.Objects;

/**
 * What became of one item of a batch: a value (which may be null: the model found nothing) or a
 * fault. Immutable.
 */
public final class Outcome<T> {
  private final T value;
  private final AipmException fault;

  private Outcome(T value, AipmException fault) {
    this.value = value;
    this.fault = fault;
  }

  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, null);
  }

  public static <T> Outcome<T> fault(AipmException fault) {
    return new Outcome<>(null, Objects.requireNonNull(fault));
  }

  /**
   * The value; null where the model found nothing.
   *
   * @throws AipmException the item's own fault
   */
  public T get() {
    if (fault != null) {
      throw fault;
    }
    return value;
  }
}
