/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A face that was found. Its box and vector must not be changed.
 *
 * @param page of the document, from 1; 0 in a picture
 * @param box within the whole: pixels of the upright picture, or points from the upright page's top
 *     left corner
 * @param score of the detector in [0.5,1]
 * @param age in years, as the network guesses
 * @param gender {@code male} or {@code female}, as the network guesses
 * @param genderProbability in [0.5,1]
 * @param expressions probability of each expression, in [0,1], together 1
 * @param vector 128 numbers; two of one person are less than about 0.6 apart
 */
record Face(
    int page,
    Box box,
    double score,
    double age,
    String gender,
    double genderProbability,
    Map<String, Double> expressions,
    float[] vector) {

  /** Where it is. */
  record Box(int x, int y, int width, int height) {
    long area() {
      return (long) width * height;
    }
  }

  /** What {@code ->faces} gives for it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    if (page > 0) {
      map.put("page", page);
    }
    map.put("box", Map.of("x", box.x, "y", box.y, "width", box.width, "height", box.height));
    map.put("score", score);
    map.put("age", age);
    map.put("gender", gender);
    map.put("genderProbability", genderProbability);
    map.put(
        "expression",
        expressions.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("neutral"));
    map.put("expressions", expressions);
    return map;
  }
}
