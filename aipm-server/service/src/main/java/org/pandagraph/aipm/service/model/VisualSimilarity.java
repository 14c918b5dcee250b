/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.Orientation;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/**
 * Whether two pictures look the same: {@code visualFeature}, and the comparator {@code visual} that
 * measures the Euclidean distance of two of them. The same picture at another size, quality or
 * brightness, or stored turned with EXIF data that say so, is near; another picture of the same
 * thing need not be.
 */
public final class VisualSimilarity extends ContentModel {
  private static final ValueDomain IMAGE = ValueDomain.of("image/*");
  private static final long MAX_PIXELS = 1_000_000;

  /** Half way between the same picture processed and different pictures, as measured. */
  private static final double DISTANCE_AT_HALF = 0.85;

  private static final double THRESHOLD = 0.8;

  private static final ModelDescriptor FEATURE =
      ModelDescriptor.extractor("visualFeature", "2", IMAGE)
          .resultType("LIST OF FLOAT")
          .dimension(VisualFeature.DIMENSION)
          .costMillis(15.0)
          .description("What a picture looks like, as a vector")
          .build();

  private static final ModelDescriptor COMPARATOR =
      ModelDescriptor.comparator("visual", "2", IMAGE, IMAGE)
          .metric(Metric.EUCLIDEAN)
          .distanceAtHalf(DISTANCE_AT_HALF)
          .defaultThreshold(THRESHOLD)
          .dimension(VisualFeature.DIMENSION)
          .feature("visualFeature")
          .priority(10)
          .costMillis(15.0)
          .description("Whether two pictures look the same, whatever their size and quality")
          .build();

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.of(FEATURE, COMPARATOR);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException {
    BufferedImage stored = DecodedPicture.read(input.file(), MAX_PIXELS);
    return VisualFeature.of(Orientation.upright(stored, PictureExif.orientation(input.file())));
  }
}
