/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;

/** Ends connections whose outcome is settled already. */
final class Quietly {
  private Quietly() {}

  /** A step that may fail. */
  interface Step {
    void run() throws IOException;
  }

  static void run(Step step) {
    try {
      step.run();
    } catch (IOException ended) {
      // It was to end, and has.
    }
  }
}
