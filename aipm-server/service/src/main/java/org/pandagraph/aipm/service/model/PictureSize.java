/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.util.List;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** {@code width} and {@code height} of a picture in pixels, from its header: nothing is decoded. */
public final class PictureSize extends ContentModel {
  private static final ValueDomain IMAGE = ValueDomain.of("image/*");

  private static final ModelDescriptor WIDTH =
      ModelDescriptor.extractor("width", "1", IMAGE)
          .resultType("INTEGER")
          .costMillis(0.5)
          .description("Width of a picture in pixels, as stored (before any EXIF rotation)")
          .build();

  private static final ModelDescriptor HEIGHT =
      ModelDescriptor.extractor("height", "1", IMAGE)
          .resultType("INTEGER")
          .costMillis(0.5)
          .description("Height of a picture in pixels, as stored (before any EXIF rotation)")
          .build();

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.of(WIDTH, HEIGHT);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException {
    try (PictureFile picture = PictureFile.open(input.file())) {
      return extractor.name().equals(WIDTH.name()) ? picture.width() : picture.height();
    }
  }
}
