/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.pandagraph.aipm.sdk.Orientation;
import org.pandagraph.aipm.worker.ModelFault;

/**
 * Decodes a picture in any format that ImageIO has a reader for (JPEG, PNG, GIF, BMP, TIFF, WebP),
 * turned upright as its EXIF data says. Of an animation it takes the first frame. Thread-safe.
 */
public final class PictureDecoder {
  private static final int READ_AHEAD = 2;

  private final PictureLimits limits;

  public PictureDecoder(PictureLimits limits) {
    this.limits = limits;
  }

  /**
   * Decodes a file.
   *
   * @throws ModelFault UNREADABLE_CONTENT or CONTENT_TOO_LARGE
   * @throws IOException where the file itself cannot be read
   */
  public Picture decode(Path file) throws ModelFault, IOException {
    if (Files.size(file) == 0) {
      throw unreadable("the content is empty, so there is no picture in it");
    }
    int orientation = orientation(file);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable(
            "the content is no picture in a format that can be read"
                + " (JPEG, PNG, GIF, BMP, TIFF, WebP)");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(reader, orientation);
      } finally {
        reader.dispose();
      }
    }
  }

  private Picture decode(ImageReader reader, int orientation) throws ModelFault {
    String format = "picture";
    try {
      format = reader.getFormatName().toUpperCase(Locale.ROOT) + " picture";
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkPixels(width, height, limits.maxPixels());
      ImageReadParam param = reader.getDefaultReadParam();
      // Leaving out rows and columns here bounds the memory; the rest is scaled properly below.
      int step = Math.max(1, Math.max(width, height) / (READ_AHEAD * limits.maxSide()));
      param.setSourceSubsampling(step, step, 0, 0);
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      BufferedImage decoded = reader.read(0, param);
      if (warnings.truncated()) {
        throw unreadable("the " + format + " is cut off: its end is missing");
      }
      BufferedImage upright =
          Orientation.upright(Scaling.fit(decoded, limits.maxSide()), orientation);
      boolean turned = orientation >= 5;
      double wholeWidth = turned ? height : width;
      return new Picture(
          upright, 0, 0, 0, wholeWidth / upright.getWidth(), wholeWidth, turned ? width : height);
    } catch (IOException | RuntimeException e) {
      // Readers throw anything at damaged files, unchecked exceptions included.
      throw unreadable("the " + format + " is damaged: " + reason(e));
    }
  }

  /**
   * Refuses a picture by its header.
   *
   * @throws ModelFault CONTENT_TOO_LARGE
   */
  static void checkPixels(int width, int height, long maxPixels) throws ModelFault {
    if ((long) width * height > maxPixels) {
      throw new ModelFault(
          Fault.CONTENT_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "the picture has %d x %d pixels; at most %d million are taken",
              width,
              height,
              maxPixels / 1_000_000));
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "it cannot be decoded" : message;
  }

  private static ModelFault unreadable(String message) {
    return new ModelFault(Fault.UNREADABLE_CONTENT, message);
  }

  /** EXIF orientation, 1 to 8; 1 where there is none. */
  private static int orientation(Path file) {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(file.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      if (exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
        int value = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        return value >= 1 && value <= 8 ? value : 1;
      }
    } catch (ImageProcessingException | MetadataException | IOException | RuntimeException e) {
      // Without readable EXIF data a picture is as it is; whether it can be decoded comes next.
      return 1;
    }
    return 1;
  }
}
