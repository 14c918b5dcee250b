/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

/** Bytes of a content from the first to the last, both included. Immutable. */
public final class ByteRange {
  private final long first;
  private final long last;

  /**
   * @param first offset of the first byte, counted from 0
   * @param last offset of the last one, at least the first
   */
  ByteRange(long first, long last) {
    this.first = first;
    this.last = last;
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /** How many bytes. */
  public long length() {
    return last - first + 1;
  }

  /** As Content-Range has it (RFC 9110 section 14.4), in a content of so many bytes. */
  public String contentRange(long contentLength) {
    return "bytes " + first + "-" + last + "/" + contentLength;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteRange
        && first == ((ByteRange) other).first
        && last == ((ByteRange) other).last;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first) * 31 + Long.hashCode(last);
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
