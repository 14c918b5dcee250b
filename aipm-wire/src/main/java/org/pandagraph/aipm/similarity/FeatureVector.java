/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.List;

/** A vector in one of the forms in which features arrive, as {@code double[]}. */
final class FeatureVector {
  private FeatureVector() {}

  static double[] of(Object feature) {
    if (feature instanceof double[]) {
      return finite((double[]) feature);
    }
    if (feature instanceof float[]) {
      float[] source = (float[]) feature;
      double[] vector = new double[source.length];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = source[i];
      }
      return finite(vector);
    }
    if (feature instanceof List) {
      List<?> source = (List<?>) feature;
      double[] vector = new double[source.size()];
      int i = 0;
      for (Object element : source) {
        if (!(element instanceof Number)) {
          throw new SimilarityException(
              "a feature vector holds numbers; element " + i + " is " + describe(element));
        }
        vector[i++] = ((Number) element).doubleValue();
      }
      return finite(vector);
    }
    throw new SimilarityException("expected a feature vector, not " + describe(feature));
  }

  static String describe(Object value) {
    return value == null ? "null" : "a " + value.getClass().getSimpleName();
  }

  private static double[] finite(double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      if (!Double.isFinite(vector[i])) {
        throw new SimilarityException(
            "a feature vector holds finite numbers; element " + i + " is " + vector[i]);
      }
    }
    return vector;
  }
}
