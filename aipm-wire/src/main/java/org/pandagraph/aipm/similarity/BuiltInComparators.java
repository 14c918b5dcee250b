/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/**
 * The comparators that are there without any service: the {@link TextComparators}, and {@code
 * digest}, which takes any two blobs and finds them alike where their contents are equal. The
 * latter is the last resort: anything that knows the type of the blobs, or has a higher priority,
 * goes before it.
 */
public final class BuiltInComparators {
  private static final ValueDomain ANY_BLOB = ValueDomain.of("*/*");

  /** Equality of contents; its feature is the built-in sub-property {@code digest}. */
  public static final ModelDescriptor DIGEST =
      ModelDescriptor.comparator("digest", "1", ANY_BLOB, ANY_BLOB)
          .metric(Metric.EQUALITY)
          .feature("digest")
          .defaultThreshold(1.0)
          .priority(-1_000)
          .costMillis(0.0)
          .description("1 where two contents are equal, else 0")
          .build();

  private static final Catalogue CATALOGUE =
      new Catalogue(
          Stream.concat(
                  TextComparators.all().stream().map(TextComparator::descriptor), Stream.of(DIGEST))
              .collect(Collectors.toList()));

  private BuiltInComparators() {}

  /** A catalogue of them alone. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  /** Them, and whatever a service offers beside them. */
  public static Catalogue with(Catalogue service) {
    return CATALOGUE.plus(service);
  }

  /** Their descriptors. */
  public static List<ModelDescriptor> descriptors() {
    return CATALOGUE.models();
  }
}
