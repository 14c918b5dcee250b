/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pandagraph.blob.BlobDigest;

/** A key that links are signed with. Immutable. */
final class LinkKey {
  /** Bytes of a key. */
  static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_DIGITS = 8;

  private final SecretKeySpec key;
  private final String id;

  /**
   * @throws IllegalArgumentException where it has not {@value #BYTES} bytes
   */
  LinkKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.id = BlobDigest.ofContent(key).toHex().substring(0, ID_DIGITS);
  }

  /** Says which key it is, and nothing else of it. */
  String id() {
    return id;
  }

  /** The last part of a link. */
  String sign(String database, BlobDigest digest, long expires) {
    return id + "." + base64(signature(database, digest, expires));
  }

  /** Compares in a time that does not tell how much of a forged signature is right. */
  boolean signed(String database, BlobDigest digest, long expires, String signature) {
    byte[] right = base64(signature(database, digest, expires)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature(String database, BlobDigest digest, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = "panda-link-1\n" + database + "\n" + digest.toHex() + "\n" + expires + "\n";
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkKey
        && Arrays.equals(key.getEncoded(), ((LinkKey) other).key.getEncoded());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
