/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pandagraph.aipm.worker.ModelFault;
import org.pandagraph.aipm.worker.WorkerPool;

/** Reads lines of characters with the worker. Thread-safe. */
final class PlateReader {
  private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final Pattern CHARACTER = Pattern.compile("[A-Z0-9]");
  // Tesseract's page segmentation modes.
  private static final int LINE = 7;
  private static final int WORD = 8;
  private static final int SINGLE_CHARACTER = 10;
  private static final int NARROW = 8;
  private static final int WIDE = 16;
  private static final double DOUBTFUL = 55;
  // Most lines are no plates; further looks would raise a score by a little only.
  private static final double HOPELESS = 0.3;

  private final WorkerPool workers;

  PlateReader(WorkerPool workers) {
    this.workers = workers;
  }

  /** Looks at a line in several ways, because each of them misreads other characters. */
  Reading read(GreyImage image, Line line) throws ModelFault, InterruptedException {
    Reading reading = new Reading(line.spots().size());
    LineImage narrow = LineImage.of(image, line, NARROW);
    look(reading, narrow, LINE);
    look(reading, narrow, WORD);
    if (reading.score() < HOPELESS) {
      return reading;
    }
    look(reading, LineImage.of(image, line, WIDE), LINE);
    for (int place : reading.doubtful(DOUBTFUL)) {
      LineImage single =
          LineImage.of(image, new Line(List.of(line.spots().get(place)), line.dark()), 0);
      for (JsonNode symbol : symbols(single, SINGLE_CHARACTER)) {
        vote(reading, place, symbol);
      }
    }
    return reading;
  }

  private void look(Reading reading, LineImage line, int mode)
      throws ModelFault, InterruptedException {
    reading.look();
    JsonNode[] seen = new JsonNode[line.starts().length];
    for (JsonNode symbol : symbols(line, mode)) {
      double middle = (symbol.path("x0").asDouble() + symbol.path("x1").asDouble()) / 2;
      int place = line.character(middle);
      // Of one character read as two, the better one.
      if (seen[place] == null || confidence(symbol) > confidence(seen[place])) {
        seen[place] = symbol;
      }
    }
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] != null) {
        vote(reading, i, seen[i]);
      }
    }
  }

  private static void vote(Reading reading, int place, JsonNode symbol) {
    String text = symbol.path("text").asText();
    if (CHARACTER.matcher(text).matches()) {
      reading.vote(place, text, confidence(symbol));
    }
  }

  private static double confidence(JsonNode symbol) {
    return symbol.path("confidence").asDouble();
  }

  private JsonNode symbols(LineImage line, int mode) throws ModelFault, InterruptedException {
    GreyImage image = line.image();
    Map<String, Object> options =
        Map.of(
            "width",
            image.width(),
            "height",
            image.height(),
            "mode",
            mode,
            "characters",
            CHARACTERS);
    return workers.ask("read", options, List.of(image.pixels())).value().path("symbols");
  }
}
