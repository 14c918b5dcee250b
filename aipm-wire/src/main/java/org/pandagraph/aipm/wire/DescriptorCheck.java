/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import java.util.List;
import java.util.Objects;

/** Refuses a catalogue line that nobody could use, before it fails in the middle of a query. */
final class DescriptorCheck {
  private DescriptorCheck() {}

  static void check(ModelDescriptor m) {
    require(m != null, "a line of the catalogue is empty");
    require(m.name() != null && !m.name().isBlank(), "a model in the catalogue has no name");
    require(m.version() != null && !m.version().isBlank(), m.name(), "has a version");
    require(m.kind() != null, m.name(), "has a kind: EXTRACTOR or COMPARATOR");
    List<ValueDomain> domains = m.domains();
    int sides = m.kind() == ModelKind.EXTRACTOR ? 1 : 2;
    require(
        domains != null && domains.size() == sides && domains.stream().noneMatch(Objects::isNull),
        m.name(),
        "takes values of " + sides + (sides == 1 ? " domain" : " domains"));
    require(m.dimension() == null || m.dimension() > 0, m.name(), "has a dimension of at least 1");
    if (m.kind() == ModelKind.COMPARATOR) {
      checkComparator(m);
    }
  }

  private static void checkComparator(ModelDescriptor m) {
    require(m.metric() != null, m.name(), "has a metric");
    Double threshold = m.defaultThreshold();
    require(
        threshold != null && threshold >= 0 && threshold <= 1,
        m.name(),
        "has a default threshold in [0,1]");
    if (m.metric() == Metric.EUCLIDEAN) {
      Double half = m.distanceAtHalf();
      require(
          half != null && half > 0 && !half.isInfinite(),
          m.name(),
          "says the distance that means similarity 0.5");
    }
    require(
        (m.metric() == Metric.SERVICE) == (m.feature() == null),
        m.name(),
        "names a feature exactly where the metric is not SERVICE");
  }

  private static void require(boolean holds, String name, String what) {
    require(holds, "model `" + name + "` is wrong in the catalogue: it " + what);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
