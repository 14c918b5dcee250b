/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.awt.image.BufferedImage;
import org.pandagraph.aipm.worker.ModelFault;
import org.pandagraph.aipm.worker.WorkerPool;

/** Finds the number plate in a picture. Thread-safe. */
final class PlateFinder {
  private static final int LONGER_SIDE = 1200;
  private static final double MAX_ENLARGEMENT = 2.5;
  private static final int LINES = 4;

  /** Below this, in [0,1], a line is rather lettering, or no characters at all. */
  private static final double MIN_SCORE = 0.5;

  private final PlateReader reader;

  PlateFinder(WorkerPool workers) {
    reader = new PlateReader(workers);
  }

  /**
   * The plate's capital letters and digits without anything between them; null where none is found.
   */
  String find(BufferedImage picture) throws ModelFault, InterruptedException {
    GreyImage image = GreyImage.of(picture, LONGER_SIDE, MAX_ENLARGEMENT);
    String best = null;
    double bestScore = MIN_SCORE;
    for (Line line : LineFinder.find(image, LINES)) {
      double likelihood = Math.sqrt(LineFinder.likelihood(line));
      if (likelihood <= bestScore) {
        continue;
      }
      Reading reading = reader.read(image, line);
      double score = reading.score() * likelihood;
      if (score > bestScore) {
        best = reading.text();
        bestScore = score;
      }
    }
    return best;
  }
}
