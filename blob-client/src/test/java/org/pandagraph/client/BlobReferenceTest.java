/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;

class BlobReferenceTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  @Test
  void readsWhatTheServerWrites() {
    System.out.println("BlobReferenceTest: -Dtests.seed=" + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] digest = new byte[BlobDigest.BYTES];
      random.nextBytes(digest);
      Blob blob =
          new Blob(BlobDigest.of(digest), random.nextLong() & Long.MAX_VALUE, "image/svg+xml");

      BlobReference read = BlobReference.parse(blob.toReference()).orElseThrow();

      assertThat(read.digest()).isEqualTo(digest);
      assertThat(read.length()).isEqualTo(blob.length());
      assertThat(read.mimeType()).isEqualTo("image/svg+xml");
      assertThat(read).hasToString(blob.toReference());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "pandablob:2:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU:0:text/plain",
        "pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV:0:text/plain",
        "pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU:00:text/plain",
        "pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU:9999999999999999999:text/plain",
        "pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU:0:plain",
        " pandablob:1:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU:0:text/plain"
      })
  void isNoReference(String text) {
    assertThat(BlobReference.parse(text)).isEmpty();
    assertThat(Blob.fromReference(text)).isEmpty();
  }
}
