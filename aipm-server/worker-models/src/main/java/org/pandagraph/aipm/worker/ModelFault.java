/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import org.pandagraph.aipm.sdk.ModelResult;

/** Why there is no value: the content is at fault, or something happened to the worker. */
public final class ModelFault extends Exception {
  private static final long serialVersionUID = 1;

  private final ModelResult.Fault fault;

  /**
   * @param message one sentence for the user
   */
  public ModelFault(ModelResult.Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** What kind of fault it is. */
  public ModelResult.Fault fault() {
    return fault;
  }

  /** The same as the result of one input. */
  public ModelResult toResult() {
    return ModelResult.fault(fault, getMessage());
  }
}
