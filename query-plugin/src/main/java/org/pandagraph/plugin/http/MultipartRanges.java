/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame of a multipart/byteranges answer (RFC 9110 section 14.6). Immutable. */
public final class MultipartRanges {
  private final List<ByteRange> ranges;
  private final String boundary;
  private final String partType;
  private final long contentLength;

  /**
   * @param boundary letters and digits that no content is likely to hold
   * @param partType MIME type of the content
   * @param contentLength bytes of the whole content
   */
  public MultipartRanges(
      List<ByteRange> ranges, String boundary, String partType, long contentLength) {
    this.ranges = List.copyOf(ranges);
    this.boundary = boundary;
    this.partType = partType;
    this.contentLength = contentLength;
  }

  /** The answer's Content-Type. */
  public String contentType() {
    return "multipart/byteranges; boundary=" + boundary;
  }

  /** The answer's Content-Length. */
  public long length() {
    long length = trailer().length;
    for (ByteRange range : ranges) {
      length += header(range).length + range.length();
    }
    return length;
  }

  /** What comes before the bytes of a range. */
  public byte[] header(ByteRange range) {
    return ascii(
        "\r\n--"
            + boundary
            + "\r\nContent-Type: "
            + partType
            + "\r\nContent-Range: "
            + range.contentRange(contentLength)
            + "\r\n\r\n");
  }

  /** What comes after the last range. */
  public byte[] trailer() {
    return ascii("\r\n--" + boundary + "--\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
