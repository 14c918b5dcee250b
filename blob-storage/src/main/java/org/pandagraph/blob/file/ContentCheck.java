/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.pandagraph.blob.BlobDigest;

/** Checks a whole content while it is read. For one thread. */
final class ContentCheck {
  private final BlobDigest digest;
  private final VerifiedContents verified;
  private final VerifiedContents.FileState state;
  private final OptionalInt expected;
  private final CRC32C crc32c = new CRC32C();

  /** Null where the CRC32C will do. */
  private final MessageDigest sha256;

  /**
   * @param state of the file, looked at before it was opened
   */
  ContentCheck(BlobDigest digest, VerifiedContents verified, VerifiedContents.FileState state) {
    this.digest = digest;
    this.verified = verified;
    this.state = state;
    this.expected = verified.crc32c(digest, state);
    this.sha256 = expected.isPresent() ? null : BlobDigest.sha256();
  }

  void update(byte[] bytes, int offset, int length) {
    crc32c.update(bytes, offset, length);
    if (sha256 != null) {
      sha256.update(bytes, offset, length);
    }
  }

  /**
   * @param bytes from its position to its limit; both stay as they are
   */
  void update(ByteBuffer bytes) {
    crc32c.update(bytes.duplicate());
    if (sha256 != null) {
      sha256.update(bytes.duplicate());
    }
  }

  /** Whether all that was read is the content; call once. */
  boolean isRight() {
    int found = (int) crc32c.getValue();
    if (expected.isPresent()) {
      if (found != expected.getAsInt()) {
        verified.forget(digest);
        return false;
      }
      return true;
    }
    if (!BlobDigest.of(sha256.digest()).equals(digest)) {
      return false;
    }
    verified.remember(digest, state, found);
    return true;
  }
}
