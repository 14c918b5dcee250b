/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.wire.ModelDescriptor;

/** Extracted values in the form they are kept in: vectors as arrays, anything else as JSON is. */
final class FeatureForms {
  /** What an object costs before its content: header, references to it, its place in a table. */
  private static final int OBJECT_BYTES = 48;

  private FeatureForms() {}

  /**
   * The kept form of what an extractor gave: where the extractor has a dimension, a vector becomes
   * a {@code float[]} (a {@code double[]} where floats would lose digits), a list of vectors a list
   * of those.
   *
   * @throws IllegalArgumentException where a vector is none, or of another dimension
   */
  static Object compact(ModelDescriptor extractor, Object json) {
    Integer dimension = extractor.dimension();
    if (dimension == null || json == null) {
      return json;
    }
    if (!(json instanceof List)) {
      throw new IllegalArgumentException("expected a vector, not " + describe(json));
    }
    List<?> list = (List<?>) json;
    boolean vectors = list.isEmpty() || list.get(0) instanceof List;
    if (!vectors) {
      return vector(list, dimension);
    }
    List<Object> compact = new ArrayList<>(list.size());
    for (Object item : list) {
      if (!(item instanceof List)) {
        throw new IllegalArgumentException("expected a vector, not " + describe(item));
      }
      compact.add(vector((List<?>) item, dimension));
    }
    return compact;
  }

  private static Object vector(List<?> numbers, int dimension) {
    if (numbers.size() != dimension) {
      throw new IllegalArgumentException(
          "expected a vector of dimension " + dimension + ", not of " + numbers.size());
    }
    double[] doubles = new double[dimension];
    float[] floats = new float[dimension];
    boolean exact = true;
    for (int i = 0; i < dimension; i++) {
      Object number = numbers.get(i);
      if (!(number instanceof Number) || !Double.isFinite(((Number) number).doubleValue())) {
        throw new IllegalArgumentException("a vector holds numbers, not " + describe(number));
      }
      doubles[i] = ((Number) number).doubleValue();
      floats[i] = (float) doubles[i];
      exact &= floats[i] == doubles[i];
    }
    return exact ? floats : doubles;
  }

  /**
   * The elements a feature consists of: what was found where it is a set, itself where it is one
   * value, none where it is null.
   */
  static List<?> elements(Object feature, boolean set) {
    if (feature == null) {
      return List.of();
    }
    return set && feature instanceof List ? (List<?>) feature : List.of(feature);
  }

  static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  /** About how many bytes of memory a kept value takes. */
  static int bytes(Object value) {
    long bytes = OBJECT_BYTES;
    if (value instanceof float[]) {
      bytes += 4L * ((float[]) value).length;
    } else if (value instanceof double[]) {
      bytes += 8L * ((double[]) value).length;
    } else if (value instanceof String) {
      bytes += 2L * ((String) value).length();
    } else if (value instanceof List) {
      for (Object item : (List<?>) value) {
        bytes += bytes(item);
      }
    } else if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        bytes += OBJECT_BYTES + bytes(entry.getKey()) + bytes(entry.getValue());
      }
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  private static String describe(Object json) {
    return json == null ? "null" : "a " + json.getClass().getSimpleName();
  }
}
