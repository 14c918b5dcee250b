/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.nio.charset.StandardCharsets;
import org.pandagraph.costore.value.Sha256;

/** What stands for an owner in the names of indexes, which take neither spaces nor capitals. */
final class OwnerToken {
  private static final int BYTES = 6;

  private OwnerToken() {}

  /** The first 48 bits of its SHA-256, as 12 hexadecimal digits. */
  static String of(String owner) {
    byte[] digest = Sha256.of(owner.getBytes(StandardCharsets.UTF_8));
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < BYTES; i++) {
      token.append(String.format("%02x", digest[i]));
    }
    return token.toString();
  }
}
