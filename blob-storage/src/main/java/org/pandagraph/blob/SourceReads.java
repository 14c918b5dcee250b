/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.io.IOException;
import java.io.InputStream;

/** For stores: reads contents, and keeps their faults apart from those of the store. */
public final class SourceReads {
  private SourceReads() {}

  /**
   * As {@link InputStream#read(byte[], int, int)}.
   *
   * @throws BlobException with the code the content gives, SOURCE_FAILED where it gives none
   */
  public static int read(InputStream content, byte[] into, int offset, int length) {
    try {
      return content.read(into, offset, length);
    } catch (BlobIOException e) {
      throw BlobException.of(e);
    } catch (IOException e) {
      throw new BlobException(
          BlobErrorCode.SOURCE_FAILED, "reading the content failed: " + e.getMessage(), e);
    }
  }
}
