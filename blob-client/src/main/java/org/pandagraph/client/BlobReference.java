/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query gives for a blob, taken apart: {@code pandablob:1:DIGEST:LENGTH:TYPE}. Immutable.
 */
public final class BlobReference {
  private static final int DIGEST_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "pandablob:1:([A-Za-z0-9_-]{43}):(0|[1-9][0-9]{0,18}):"
              + "([a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127})");

  private final String text;
  private final byte[] digest;
  private final long length;
  private final String mimeType;

  private BlobReference(String text, byte[] digest, long length, String mimeType) {
    this.text = text;
    this.digest = digest;
    this.length = length;
    this.mimeType = mimeType;
  }

  /** Takes a string apart; empty where it is no reference. */
  public static Optional<BlobReference> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      byte[] digest = Base64.getUrlDecoder().decode(m.group(1));
      boolean canonical =
          digest.length == DIGEST_BYTES
              && Base64.getUrlEncoder().withoutPadding().encodeToString(digest).equals(m.group(1));
      return canonical
          ? Optional.of(new BlobReference(text, digest, Long.parseLong(m.group(2)), m.group(3)))
          : Optional.empty();
    } catch (IllegalArgumentException tooLongOrNoDigest) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the content, 32 bytes; a copy. */
  public byte[] digest() {
    return digest.clone();
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
    return other instanceof BlobReference && text.equals(((BlobReference) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The reference itself: good as a property and as a parameter. */
  @Override
  public String toString() {
    return text;
  }
}
