/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;

/**
 * Similarity of two features under a comparator's {@link Metric}. A vector is a {@code double[]}, a
 * {@code float[]} or a {@code List<Number>}. Features are never null here: what a comparison with
 * nothing found means is the language's matter.
 */
public final class FeatureMetric {
  private FeatureMetric() {}

  /**
   * @param comparator one with a {@link ModelDescriptor#feature()}
   * @param left the left side's feature, of one element where the comparator is a set comparator;
   *     for {@link Metric#REGEX} the text
   * @param right the right side's feature; for {@link Metric#REGEX} the regular expression
   * @return in [0,1]
   * @throws SimilarityException where the features are no vectors, or of different dimensions, or
   *     not of the model's, or the expression is wrong
   */
  public static double similarity(ModelDescriptor comparator, Object left, Object right) {
    switch (comparator.metric()) {
      case EUCLIDEAN:
        return euclidean(comparator, squaredDistance(comparator, left, right));
      case COSINE:
        return cosine(comparator, vector(comparator, left), vector(comparator, right));
      case REGEX:
        return PatternMatch.matches(string(comparator, right), string(comparator, left)) ? 1 : 0;
      case EQUALITY:
        return left.equals(right) ? 1 : 0;
      default:
        throw new SimilarityException(
            "`" + comparator.name() + "` compares in the service, not by a feature");
    }
  }

  private static double euclidean(ModelDescriptor comparator, double squares) {
    double half = comparator.distanceAtHalf();
    return 1 / (1 + squares / (half * half));
  }

  private static double squaredDistance(ModelDescriptor comparator, Object left, Object right) {
    if (left instanceof float[] && right instanceof float[]) {
      float[] x = (float[]) left;
      float[] y = (float[]) right;
      checkDimension(comparator, x.length);
      checkDimensions(comparator, x.length, y.length);
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        double difference = (double) x[i] - y[i];
        squares += difference * difference;
      }
      // No sum of squares of floats leaves the range of double: an element did.
      if (Double.isFinite(squares)) {
        return squares;
      }
    }
    double[] x = vector(comparator, left);
    double[] y = vector(comparator, right);
    checkDimensions(comparator, x.length, y.length);
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = x[i] - y[i];
      squares += difference * difference;
    }
    return squares;
  }

  private static double cosine(ModelDescriptor comparator, double[] x, double[] y) {
    checkDimensions(comparator, x.length, y.length);
    double product = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    if (xx == 0 || yy == 0) {
      return xx == yy ? 1 : 0;
    }
    return Math.min(1, Math.max(0, product / Math.sqrt(xx) / Math.sqrt(yy)));
  }

  private static double[] vector(ModelDescriptor comparator, Object feature) {
    double[] vector = FeatureVector.of(feature);
    checkDimension(comparator, vector.length);
    return vector;
  }

  private static void checkDimension(ModelDescriptor comparator, int length) {
    Integer dimension = comparator.dimension();
    if (dimension != null && length != dimension) {
      throw new SimilarityException(
          "`"
              + comparator.name()
              + "` compares vectors of "
              + dimension
              + " dimensions, not of "
              + length);
    }
  }

  private static void checkDimensions(ModelDescriptor comparator, int left, int right) {
    if (left != right) {
      throw new SimilarityException(
          "`"
              + comparator.name()
              + "` compares vectors of one dimension, not of "
              + left
              + " and "
              + right);
    }
  }

  private static String string(ModelDescriptor comparator, Object feature) {
    if (feature instanceof String) {
      return (String) feature;
    }
    throw new SimilarityException(
        "`" + comparator.name() + "` compares strings, not " + FeatureVector.describe(feature));
  }
}
