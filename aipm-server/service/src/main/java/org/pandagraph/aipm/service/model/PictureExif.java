/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** What the camera wrote into a picture; null where it wrote nothing. */
public final class PictureExif extends ContentModel {
  private static final ValueDomain IMAGE = ValueDomain.of("image/*");

  /** Reads one sub-property out of a picture's metadata. */
  private interface Reader {
    Object read(Metadata metadata);
  }

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final List<ModelDescriptor> descriptors = new ArrayList<>();

  /** Nothing is set up before the first picture. */
  public PictureExif() {
    add("exif", "MAP", "All EXIF fields of a picture, by name, as texts", ExifMap::of);
    add("cameraMake", "STRING", "Maker of the camera", m -> text(m, ExifDirectoryBase.TAG_MAKE));
    add("cameraModel", "STRING", "Model of the camera", m -> text(m, ExifDirectoryBase.TAG_MODEL));
    add(
        "takenAt",
        "STRING",
        "When a picture was taken, as yyyy-mm-ddThh:mm:ss, the camera's local time",
        m -> ExifTime.of(text(m, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)));
    add(
        "orientation",
        "INTEGER",
        "EXIF orientation, 1 (upright) to 8",
        m -> between(1, 8, number(m, ExifDirectoryBase.TAG_ORIENTATION)));
    add("latitude", "FLOAT", "Degrees north where a picture was taken", m -> degrees(m, true));
    add("longitude", "FLOAT", "Degrees east where a picture was taken", m -> degrees(m, false));
  }

  private void add(String name, String resultType, String description, Reader reader) {
    readers.put(name, reader);
    descriptors.add(
        ModelDescriptor.extractor(name, "1", IMAGE)
            .resultType(resultType)
            .costMillis(1.0)
            .description(description)
            .build());
  }

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.copyOf(descriptors);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException {
    Metadata metadata;
    try {
      metadata = ImageMetadataReader.readMetadata(input.file().toFile());
    } catch (ImageProcessingException e) {
      throw new UnreadableContentException(
          "the content is damaged, or no picture of a known format: " + e.getMessage());
    }
    return readers.get(extractor.name()).read(metadata);
  }

  /** How a picture is stored, 1 (upright) to 8; 1 where nothing readable says so. */
  static int orientation(Path picture) {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(picture.toFile());
      Integer value = between(1, 8, number(metadata, ExifDirectoryBase.TAG_ORIENTATION));
      return value == null ? 1 : value;
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // It could be decoded, so it is a picture; damaged metadata only leave it as it is.
      return 1;
    }
  }

  private static String text(Metadata metadata, int tag) {
    for (ExifDirectoryBase directory : metadata.getDirectoriesOfType(ExifDirectoryBase.class)) {
      String value = directory.getString(tag);
      if (value != null && !value.isBlank()) {
        return ExifMap.clean(value);
      }
    }
    return null;
  }

  private static Integer number(Metadata metadata, int tag) {
    for (ExifDirectoryBase directory : metadata.getDirectoriesOfType(ExifDirectoryBase.class)) {
      Integer value = directory.getInteger(tag);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Integer between(int min, int max, Integer value) {
    return value != null && value >= min && value <= max ? value : null;
  }

  private static Double degrees(Metadata metadata, boolean latitude) {
    for (GpsDirectory directory : metadata.getDirectoriesOfType(GpsDirectory.class)) {
      GeoLocation place = directory.getGeoLocation();
      if (place != null && !place.isZero()) {
        return latitude ? place.getLatitude() : place.getLongitude();
      }
    }
    return null;
  }
}
