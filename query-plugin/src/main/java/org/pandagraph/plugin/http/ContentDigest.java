/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 that a Content-Digest or Repr-Digest header announces (RFC 9530). */
public final class ContentDigest {
  private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256\\s*=\\s*:([^:]*):");
  private static final int BYTES = 32;

  private ContentDigest() {}

  /**
   * Reads a header.
   *
   * @return 32 bytes; empty where it names other algorithms only
   * @throws IllegalArgumentException where its sha-256 is none
   */
  public static Optional<byte[]> sha256(String header) {
    Matcher m = SHA_256.matcher(header);
    if (!m.find()) {
      return Optional.empty();
    }
    byte[] digest = Base64.getDecoder().decode(m.group(1));
    if (digest.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return Optional.of(digest);
  }

  /** As the header has it. */
  public static String of(byte[] sha256) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
  }
}
