/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;

/** What every {@link BlobStore} gives of a range, and of a content that is damaged. */
public abstract class DamagedContentContract extends ConcurrentBlobStoreContract {
  // --- ranges

  @Test
  void givesRanges() throws IOException {
    byte[] content = randomBytes(3_000_000);
    Blob blob = store.store(content);

    for (int i = 0; i < 50; i++) {
      int offset = random.nextInt(content.length + 1);
      int length = random.nextInt(content.length);
      int end = Math.min(content.length, offset + length);
      assertThat(read(blob, offset, length))
          .as("%d from %d", length, offset)
          .isEqualTo(Arrays.copyOfRange(content, offset, end));
    }
    assertThat(read(blob, 0, content.length)).isEqualTo(content);
    assertThat(read(blob, 10, Long.MAX_VALUE)).hasSize(content.length - 10);
    assertThat(read(blob, content.length, 1)).isEmpty();
    assertThat(read(blob, 5, 0)).isEmpty();
  }

  @Test
  void refusesRangesOutsideTheContent() {
    Blob blob = store.store(randomBytes(10));

    for (long[] range : new long[][] {{-1, 5}, {11, 1}, {0, -1}, {Long.MIN_VALUE, 1}}) {
      assertThatThrownBy(() -> store.open(blob, range[0], range[1]))
          .isInstanceOfSatisfying(
              BlobException.class,
              e -> assertThat(e.code()).isEqualTo(BlobErrorCode.RANGE_OUTSIDE_CONTENT))
          .hasMessageContaining("10 bytes");
    }
  }

  // --- damage

  @Test
  void neverGivesAFlippedBitAsGood() throws Exception {
    for (int length : new int[] {1, 100, 70_000, 1_500_000}) {
      byte[] content = randomBytes(length);
      Blob blob = store.store(content);
      byte[] flipped = content.clone();
      flipped[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      damage(blob.digest(), flipped);

      assertDamaged(blob);
    }
  }

  @Test
  void seesTheDamageWithTheLastByteWhateverTheReadSize() throws Exception {
    byte[] content = randomBytes(1000);
    Blob blob = store.store(content);
    content[500] ^= 1;
    damage(blob.digest(), content);

    // A reader that knows the length never asks for the end of the stream.
    try (InputStream in = store.open(blob)) {
      assertThatThrownBy(() -> in.readNBytes(1000)).isInstanceOf(BlobIOException.class);
      assertThatThrownBy(in::read).isInstanceOf(BlobIOException.class);
    }
    try (InputStream in = store.open(blob)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  in.read();
                }
              })
          .isInstanceOf(BlobIOException.class);
    }
    try (InputStream in = store.open(blob)) {
      assertThatThrownBy(() -> in.skipNBytes(1000)).isInstanceOf(BlobIOException.class);
    }
  }

  @Test
  void seesAContentThatIsCutOffOrHasGrown() throws Exception {
    byte[] content = randomBytes(200_000);
    Blob blob = store.store(content);

    for (int length : new int[] {0, 1, 199_999, 200_001}) {
      damage(blob.digest(), Arrays.copyOf(content, length));
      assertDamaged(blob);
      assertThatThrownBy(() -> read(blob, 0, 10))
          .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED));
    }
  }

  @Test
  void aReferenceWithAnotherLengthIsDamage() {
    Blob blob = store.store(randomBytes(100));

    assertDamaged(new Blob(blob.digest(), 99, blob.mimeType()));
    assertDamaged(new Blob(blob.digest(), 101, blob.mimeType()));
    assertDamaged(new Blob(blob.digest(), 0, blob.mimeType()));
  }

  @Test
  void storingAgainHealsDamage() throws Exception {
    byte[] content = randomBytes(1000);
    Blob blob = store.store(content);
    damage(blob.digest(), new byte[1000]);
    assertDamaged(blob);

    store.store(content);

    assertThat(read(blob)).isEqualTo(content);
  }
}
