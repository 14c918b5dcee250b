/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.testing;

import java.util.Random;

/** Randomness that a run can be repeated with: {@code -Dtests.seed=} takes the printed number. */
public final class Seeds {
  private Seeds() {}

  /** A generator whose seed is printed. */
  public static Random random() {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("tests.seed=" + seed);
    return new Random(seed);
  }
}
