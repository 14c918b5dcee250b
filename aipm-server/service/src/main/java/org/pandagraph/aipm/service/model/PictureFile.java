/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** A picture that was opened, but not decoded. Not thread-safe. */
final class PictureFile implements AutoCloseable {
  static {
    // Pictures are read from files here; a disk cache would only copy them.
    ImageIO.setUseCache(false);
  }

  private final ImageInputStream stream;
  private final ImageReader reader;

  private PictureFile(ImageInputStream stream, ImageReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  /**
   * @throws UnreadableContentException where it is no picture of a format known here
   */
  static PictureFile open(Path file) throws IOException, UnreadableContentException {
    ImageInputStream stream = new FileImageInputStream(file.toFile());
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      stream.close();
      throw new UnreadableContentException(
          "the content is damaged, or no picture of a known format (JPEG, PNG, GIF, BMP, TIFF,"
              + " WebP)");
    }
    ImageReader reader = readers.next();
    reader.setInput(stream, true, true);
    return new PictureFile(stream, reader);
  }

  ImageReader reader() {
    return reader;
  }

  /** In pixels, from the header alone. */
  int width() throws IOException {
    return reader.getWidth(0);
  }

  /** In pixels, from the header alone. */
  int height() throws IOException {
    return reader.getHeight(0);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
