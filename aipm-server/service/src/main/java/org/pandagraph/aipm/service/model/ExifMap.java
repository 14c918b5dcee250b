/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import java.util.Map;
import java.util.TreeMap;

/** All EXIF fields of a picture as one map of texts. */
final class ExifMap {
  private static final int MAX_FIELDS = 300;
  private static final int MAX_LENGTH = 500;

  private ExifMap() {}

  /** By the fields' names; null where there is no EXIF block, or an empty one. */
  static Map<String, String> of(Metadata metadata) {
    Map<String, String> fields = new TreeMap<>();
    for (Directory directory : metadata.getDirectories()) {
      if (!(directory instanceof ExifDirectoryBase)
          || directory instanceof ExifThumbnailDirectory) {
        continue;
      }
      for (Tag tag : directory.getTags()) {
        String description = tag.getDescription();
        if (description != null && !description.isBlank() && fields.size() < MAX_FIELDS) {
          fields.putIfAbsent(tag.getTagName(), clean(description));
        }
      }
    }
    return fields.isEmpty() ? null : fields;
  }

  static String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
  }
}
