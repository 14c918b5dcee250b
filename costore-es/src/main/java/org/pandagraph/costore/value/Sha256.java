/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256, and what stands for texts that are too long for a term. */
public final class Sha256 {
  private Sha256() {}

  /** The 32 bytes of a digest. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 43 characters of base64url; lone surrogates count like any other character. */
  static String of(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(of(text.getBytes(StandardCharsets.UTF_16BE)));
  }
}
