/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

class FeatureMetricTest {
  private static final ModelDescriptor EUCLIDEAN =
      descriptor(Metric.EUCLIDEAN).distanceAtHalf(0.6).dimension(2).build();

  private static ModelDescriptor.Builder descriptor(Metric metric) {
    ValueDomain image = ValueDomain.of("image/*");
    return ModelDescriptor.comparator("test", "1", image, image)
        .metric(metric)
        .feature("testFeature")
        .defaultThreshold(0.5);
  }

  @Test
  void euclideanDistanceAtHalfIsOneHalf() {
    assertThat(FeatureMetric.similarity(EUCLIDEAN, new float[] {0, 0}, List.of(0.6, 0)))
        .isCloseTo(0.5, within(1e-9));
    assertThat(FeatureMetric.similarity(EUCLIDEAN, new double[] {1, 2}, List.of(1, 2L)))
        .isEqualTo(1);
    assertThat(FeatureMetric.similarity(EUCLIDEAN, new double[] {0, 0}, new double[] {3, 4}))
        .isCloseTo(1 / (1 + 25 / 0.36), within(1e-12));
  }

  /** Two of floats are compared as they are, without a copy. */
  @Test
  void vectorsOfFloatsGiveWhatTheSameNumbersGiveInAnyForm() {
    float[] x = {0.1f, -3e38f};
    float[] y = {0.7f, 1e38f};
    double[] wide = {y[0], y[1]};
    assertThat(FeatureMetric.similarity(EUCLIDEAN, x, y))
        .isEqualTo(FeatureMetric.similarity(EUCLIDEAN, x, wide));
    assertThat(FeatureMetric.similarity(EUCLIDEAN, new float[] {0, 0}, new float[] {3, 4}))
        .isCloseTo(1 / (1 + 25 / 0.36), within(1e-12));
    assertThatThrownBy(() -> FeatureMetric.similarity(EUCLIDEAN, x, new float[] {1, 2, 3}))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("not of");
    assertThatThrownBy(() -> FeatureMetric.similarity(EUCLIDEAN, x, new float[] {1, Float.NaN}))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("element 1 is NaN");
    float[] infinite = {1, Float.POSITIVE_INFINITY};
    assertThatThrownBy(() -> FeatureMetric.similarity(EUCLIDEAN, infinite, infinite))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void cosineTakesOppositeForZero() {
    ModelDescriptor cosine = descriptor(Metric.COSINE).build();
    assertThat(FeatureMetric.similarity(cosine, List.of(1, 1), List.of(2, 2)))
        .isCloseTo(1, within(1e-12));
    assertThat(FeatureMetric.similarity(cosine, List.of(1, 0), List.of(-1, 0))).isEqualTo(0);
    assertThat(FeatureMetric.similarity(cosine, List.of(0, 0), List.of(1, 0))).isEqualTo(0);
  }

  @Test
  void saysWhichDimensionsDiffer() {
    assertThatThrownBy(() -> FeatureMetric.similarity(EUCLIDEAN, List.of(1, 2, 3), List.of(1, 2)))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("2 dimensions, not of 3");
    ModelDescriptor free = descriptor(Metric.EUCLIDEAN).distanceAtHalf(1.0).build();
    assertThatThrownBy(() -> FeatureMetric.similarity(free, List.of(1, 2, 3), List.of(1, 2)))
        .hasMessageContaining("3 and 2");
    assertThatThrownBy(() -> FeatureMetric.similarity(free, List.of("a"), List.of(1)))
        .hasMessageContaining("element 0 is a String");
    assertThatThrownBy(
            () -> FeatureMetric.similarity(free, List.of(Double.NaN), List.of(Double.NaN)))
        .hasMessageContaining("finite");
  }

  @Test
  void regularExpressionMatchesTheWholeText() {
    ModelDescriptor regex = descriptor(Metric.REGEX).build();
    assertThat(FeatureMetric.similarity(regex, "ANB666X", ".*NB666.*")).isEqualTo(1);
    assertThat(FeatureMetric.similarity(regex, "ANB666X", "NB666")).isEqualTo(0);
    assertThatThrownBy(() -> FeatureMetric.similarity(regex, "x", "(a"))
        .isInstanceOf(SimilarityException.class)
        .hasMessageContaining("(a");
    assertThatThrownBy(() -> FeatureMetric.similarity(regex, "x", "a".repeat(1001)))
        .hasMessageContaining("1000");
  }

  @Test
  void noRegularExpressionHangs() {
    ModelDescriptor regex = descriptor(Metric.REGEX).build();
    // Takes longer than the universe has lasted where matching backtracks.
    assertThat(FeatureMetric.similarity(regex, "a".repeat(100_000) + "b", "(a+)+")).isEqualTo(0);
    assertThatThrownBy(() -> FeatureMetric.similarity(regex, "x", "((a{1000}){1000}){1000}"))
        .isInstanceOf(SimilarityException.class);
  }
}
