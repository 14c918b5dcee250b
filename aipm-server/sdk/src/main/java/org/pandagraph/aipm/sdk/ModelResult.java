/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.sdk;

import java.util.Objects;

/** What a model made of one input: a value, nothing found, or a fault. Immutable. */
public final class ModelResult {
  /** Why a model has no result for an input. */
  public enum Fault {
    /** The content is damaged, protected, or not what its type says. */
    UNREADABLE_CONTENT,
    /** Too many bytes, pixels or pages. */
    CONTENT_TOO_LARGE,
    /** The model took longer than it may. */
    TIMEOUT,
    /** The model itself failed; asking again may help. */
    MODEL_FAILED
  }

  private static final ModelResult NOTHING = new ModelResult(null, null, null);

  private final Object value;
  private final Fault fault;
  private final String message;

  private ModelResult(Object value, Fault fault, String message) {
    this.value = value;
    this.fault = fault;
    this.message = message;
  }

  /**
   * @param value anything Jackson writes as JSON: String, Number, Boolean, List, Map, float[]
   */
  public static ModelResult of(Object value) {
    return new ModelResult(Objects.requireNonNull(value), null, null);
  }

  /** The model found nothing: null in CypherPlus. */
  public static ModelResult nothing() {
    return NOTHING;
  }

  /**
   * @param message one sentence for the user, naming what is wrong with the value
   */
  public static ModelResult fault(Fault fault, String message) {
    return new ModelResult(null, Objects.requireNonNull(fault), Objects.requireNonNull(message));
  }

  /** Null where nothing was found or there is a fault. */
  public Object value() {
    return value;
  }

  /** Null where there is none. */
  public Fault fault() {
    return fault;
  }

  /** Null where there is no fault. */
  public String message() {
    return message;
  }
}
