/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** What the face model offers, and how each sub-property is made of the faces found. */
final class FaceDescriptors {
  static final ValueDomain IMAGE = ValueDomain.of("image/*");
  static final ValueDomain PDF = ValueDomain.of("application/pdf");

  /** The distance below which the networks' authors take two faces for one person's. */
  private static final double SAME_PERSON = 0.6;

  // Who compares two photos without naming an algorithm means the people on them.
  private static final int PRIORITY = 100;
  private static final double PICTURE_MILLIS = 350;
  private static final double DOCUMENT_MILLIS = 1500;

  private FaceDescriptors() {}

  static List<ModelDescriptor> of(String version) {
    List<ModelDescriptor> all = new ArrayList<>();
    for (ValueDomain domain : List.of(IMAGE, PDF)) {
      all.add(
          extractor("faces", version, domain, "LIST OF MAP")
              .description(
                  domain.equals(PDF)
                      ? "The faces on its pages, largest first: page, box in points from the page's"
                          + " top left corner, score, age, gender, expression; null where there are"
                          + " none"
                      : "The faces, largest first: box in pixels of the upright picture, score,"
                          + " age, gender, expression; null where there are none")
              .build());
      all.add(
          extractor("faceFeature", version, domain, "LIST OF LIST OF FLOAT")
              .dimension(FaceFinder.DIMENSION)
              .metric(Metric.EUCLIDEAN)
              .distanceAtHalf(SAME_PERSON)
              .description(
                  "A vector of 128 numbers for each of the faces, in their order; null where there"
                      + " are none")
              .build());
      all.add(
          extractor("faceCount", version, domain, "INTEGER")
              .description("How many faces there are; 0 where there are none")
              .build());
    }
    all.add(comparator(version, IMAGE, IMAGE));
    all.add(comparator(version, IMAGE, PDF));
    all.add(comparator(version, PDF, PDF));
    return List.copyOf(all);
  }

  /** How a sub-property is made of the faces, largest first. */
  static Function<List<Face>, ModelResult> view(String property) {
    return switch (property) {
      case "faces" -> faces -> orNothing(faces.stream().map(Face::toMap).toList());
      case "faceFeature" -> faces -> orNothing(faces.stream().map(Face::vector).toList());
      case "faceCount" -> faces -> ModelResult.of((long) faces.size());
      default -> throw new IllegalArgumentException("the face model extracts no " + property);
    };
  }

  private static ModelResult orNothing(List<?> list) {
    return list.isEmpty() ? ModelResult.nothing() : ModelResult.of(list);
  }

  private static ModelDescriptor.Builder extractor(
      String name, String version, ValueDomain domain, String type) {
    return ModelDescriptor.extractor(name, version, domain)
        .resultType(type)
        .priority(PRIORITY)
        .costMillis(domain.equals(PDF) ? DOCUMENT_MILLIS : PICTURE_MILLIS);
  }

  private static ModelDescriptor comparator(String version, ValueDomain left, ValueDomain right) {
    return ModelDescriptor.comparator("face", version, left, right)
        .feature("faceFeature")
        .set(true)
        .dimension(FaceFinder.DIMENSION)
        .metric(Metric.EUCLIDEAN)
        .distanceAtHalf(SAME_PERSON)
        .defaultThreshold(0.5)
        .priority(PRIORITY)
        .costMillis(PICTURE_MILLIS)
        .description("Whether the same people are seen: each face found is an element of a set")
        .build();
  }
}
