/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256 of a blob's content: its identity. Immutable. */
public final class BlobDigest implements Comparable<BlobDigest> {
  /** Bytes of a digest. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private BlobDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The digest with these bytes.
   *
   * @param bytes 32 of them; copied
   * @throws IllegalArgumentException on any other length
   */
  public static BlobDigest of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
    }
    return new BlobDigest(bytes.clone());
  }

  /** The digest of a content that is in memory. */
  public static BlobDigest ofContent(byte[] content) {
    return new BlobDigest(sha256().digest(content));
  }

  /** Starts to compute a digest: feed it the content, then call {@link #of} with its result. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads what {@link #toBase64Url} writes.
   *
   * @throws IllegalArgumentException where the text is not 43 characters of base64url
   */
  public static BlobDigest fromBase64Url(String text) {
    byte[] decoded = Base64.getUrlDecoder().decode(text);
    BlobDigest digest = of(decoded);
    if (!digest.toBase64Url().equals(text)) {
      throw new IllegalArgumentException("not a canonical digest: " + text);
    }
    return digest;
  }

  /**
   * Reads what {@link #toHex} writes, capital letters too.
   *
   * @throws IllegalArgumentException where the text is not 64 hexadecimal digits
   */
  public static BlobDigest fromHex(String text) {
    if (text.length() != 2 * BYTES) {
      throw new IllegalArgumentException("a SHA-256 digest has 64 hexadecimal digits: " + text);
    }
    byte[] b = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      int high = Character.digit(text.charAt(2 * i), 16);
      int low = Character.digit(text.charAt(2 * i + 1), 16);
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("not hexadecimal: " + text);
      }
      b[i] = (byte) (high << 4 | low);
    }
    return new BlobDigest(b);
  }

  /** A copy of the 32 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** 43 characters of base64url, unpadded. */
  public String toBase64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 64 lower-case hexadecimal digits, as {@code sha256sum} prints them. */
  public String toHex() {
    StringBuilder hex = new StringBuilder(2 * BYTES);
    for (byte b : bytes) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }

  @Override
  public int compareTo(BlobDigest other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobDigest && Arrays.equals(bytes, ((BlobDigest) other).bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toHex();
  }
}
