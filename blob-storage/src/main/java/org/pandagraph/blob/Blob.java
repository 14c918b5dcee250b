/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blob value: what a property holds of a content that lies in a {@link BlobStore}. Immutable; two
 * blobs are equal where their contents are.
 */
public final class Blob {
  /** What every reference starts with. */
  public static final String PREFIX = "pandablob:1:";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "pandablob:1:([A-Za-z0-9_-]{43}):(0|[1-9][0-9]{0,18}):"
              + "([a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127})");

  private final BlobDigest digest;
  private final long length;
  private final String mimeType;

  /**
   * @param length in bytes, at least 0
   * @param mimeType such as {@code image/png}: lower case, no parameters
   */
  public Blob(BlobDigest digest, long length, String mimeType) {
    this.digest = Objects.requireNonNull(digest);
    this.length = length;
    this.mimeType = Objects.requireNonNull(mimeType);
    if (!REFERENCE.matcher(toReference()).matches()) {
      throw new IllegalArgumentException("not a blob: length " + length + ", type " + mimeType);
    }
  }

  /** The blob a property's string stands for; empty where it is any other string. */
  public static Optional<Blob> fromReference(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Matcher m = REFERENCE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Blob(BlobDigest.fromBase64Url(m.group(1)), Long.parseLong(m.group(2)), m.group(3)));
    } catch (IllegalArgumentException notCanonical) {
      return Optional.empty();
    }
  }

  public BlobDigest digest() {
    return digest;
  }

  /** Length in bytes. */
  public long length() {
    return length;
  }

  /**
   * How many bytes a range of the content has: those asked for, as far as the content goes.
   *
   * @param offset from 0 to the content's length
   * @param wanted bytes, at least 0
   * @throws BlobException RANGE_OUTSIDE_CONTENT where one of them is not
   */
  public long lengthOfRange(long offset, long wanted) {
    if (offset < 0 || wanted < 0 || offset > length) {
      throw new BlobException(
          BlobErrorCode.RANGE_OUTSIDE_CONTENT,
          "the range of "
              + wanted
              + " bytes from offset "
              + offset
              + " lies outside the content, which has "
              + length
              + " bytes; an offset is from 0 to the length, a range's length not negative");
    }
    return Math.min(wanted, length - offset);
  }

  /** MIME type, such as {@code image/png}. */
  public String mimeType() {
    return mimeType;
  }

  /** What a property holds: see the package's specification. */
  public String toReference() {
    return PREFIX + digest.toBase64Url() + ":" + length + ":" + mimeType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob && digest.equals(((Blob) other).digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return toReference();
  }
}
