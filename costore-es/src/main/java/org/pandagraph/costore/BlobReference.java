/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Objects;

/**
 * A blob in a property: the string that the property holds, and what it says of the content. To
 * Cypher's operators it is that string. Immutable.
 */
public final class BlobReference {
  private final String reference;
  private final String digest;
  private final long length;
  private final String mimeType;

  /**
   * @param reference the property's string
   * @param digest SHA-256 of the content: 64 lower-case hexadecimal digits
   * @param length of the content in bytes, at least 0
   * @param mimeType such as {@code image/png}
   * @throws IllegalArgumentException where there is no slash in the MIME type
   */
  public BlobReference(String reference, String digest, long length, String mimeType) {
    if (mimeType.indexOf('/') < 0) {
      throw new IllegalArgumentException("no MIME type: " + mimeType);
    }
    this.reference = Objects.requireNonNull(reference);
    this.digest = Objects.requireNonNull(digest);
    this.length = length;
    this.mimeType = mimeType;
  }

  /** The property's string. */
  public String reference() {
    return reference;
  }

  public String digest() {
    return digest;
  }

  /** Length of the content in bytes. */
  public long length() {
    return length;
  }

  /** MIME type, such as {@code image/png}. */
  public String mimeType() {
    return mimeType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobReference && reference.equals(((BlobReference) other).reference);
  }

  @Override
  public int hashCode() {
    return reference.hashCode();
  }

  @Override
  public String toString() {
    return reference;
  }
}
