/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

/** Why a seek that could have been pushed was answered by the graph. */
public enum NativeReason {
  STORE_DOWN("the co-store cannot be asked"),
  SWITCHED_OFF("pushdown is off"),
  RESTRICTED("the user may not read everything"),
  CHANGES_UNKNOWN("what the co-store does not show yet is unknown"),
  TOO_MANY_CHANGES("the transaction has changed too much"),
  VALUE("a value that no property can have"),
  NOT_PUSHABLE("the co-store cannot decide it"),
  TOO_MANY("more rows than planned"),
  FAILED("the co-store failed");

  private final String text;

  NativeReason(String text) {
    this.text = text;
  }

  /** For a plan's details. */
  public String text() {
    return text;
  }
}
