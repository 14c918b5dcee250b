/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 that a Content-Digest or Repr-Digest header announces (RFC 9530). */
public final class ContentDigest {
  private static final String SHA_256 = "sha-256";

  /** A byte sequence of RFC 8941, and perhaps parameters. */
  private static final Pattern VALUE = Pattern.compile("=:([^:]*):(?:;.*)?");

  private static final int BYTES = 32;

  private ContentDigest() {}

  /**
   * Reads a header.
   *
   * @return 32 bytes, the last ones of several; empty where it names other algorithms only
   * @throws IllegalArgumentException where a sha-256 in it is none
   */
  public static Optional<byte[]> sha256(String header) {
    byte[] digest = null;
    for (String member : members(header)) {
      String key = member.split("[=;]", 2)[0];
      if (key.strip().equalsIgnoreCase(SHA_256)) {
        digest = digest(member.substring(key.length()));
      }
    }
    return Optional.ofNullable(digest);
  }

  private static byte[] digest(String value) {
    Matcher m = VALUE.matcher(value);
    if (!m.matches()) {
      throw new IllegalArgumentException("the SHA-256 is in base64 between two colons");
    }
    byte[] digest = Base64.getDecoder().decode(m.group(1));
    if (digest.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return digest;
  }

  /** The members of a dictionary of RFC 8941; a comma within a string ends none. */
  private static List<String> members(String header) {
    List<String> members = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        members.add(header.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quotation mark is missing");
    }
    members.add(header.substring(start).strip());
    return members;
  }

  /** As the header has it. */
  public static String of(byte[] sha256) {
    return SHA_256 + "=:" + Base64.getEncoder().encodeToString(sha256) + ":";
  }
}
