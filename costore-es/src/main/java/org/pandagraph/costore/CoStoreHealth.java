/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;
import java.util.Optional;

/** How a co-store is. Immutable. */
public final class CoStoreHealth {
  private final CoStoreErrorCode problem;
  private final String message;

  private CoStoreHealth(CoStoreErrorCode problem, String message) {
    this.problem = problem;
    this.message = Objects.requireNonNull(message);
  }

  /** It takes reads and writes. */
  public static CoStoreHealth good(String message) {
    return new CoStoreHealth(null, message);
  }

  /** It does not. */
  public static CoStoreHealth bad(CoStoreErrorCode problem, String message) {
    return new CoStoreHealth(Objects.requireNonNull(problem), message);
  }

  public boolean isGood() {
    return problem == null;
  }

  /** What is wrong; empty where it is good. */
  public Optional<CoStoreErrorCode> problem() {
    return Optional.ofNullable(problem);
  }

  /** For people: which cluster and version, or what is wrong. */
  public String message() {
    return message;
  }

  @Override
  public String toString() {
    return (isGood() ? "good: " : problem + ": ") + message;
  }
}
