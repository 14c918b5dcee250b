/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;

/**
 * What every {@link BlobStore} has to do. A store's test extends this, says how to open the store
 * on an empty place, and how to damage a content behind its back. What happens when the place
 * itself fails is for the store's own tests.
 */
public abstract class BlobStoreContract extends DamagedContentContract {
  // --- storing and opening

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 65535, 65536, 65537, 131072, 1_000_003, 3_145_728})
  void givesBackWhatWasStored(int length) throws IOException {
    byte[] content = randomBytes(length);

    Blob blob = store.store(content);

    assertThat(blob.length()).isEqualTo(length);
    assertThat(blob.digest()).isEqualTo(digestOf(content));
    assertThat(read(blob)).isEqualTo(content);
    assertThat(store.exists(blob.digest())).isTrue();
    assertThat(store.length(blob.digest())).hasValue(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 65535, 65536, 65537, 131072, 1_000_003, 3_145_728})
  void givesBackWhatCameAsAStream(int length) throws IOException {
    byte[] content = randomBytes(length);

    Blob blob = store.store(new ByteArrayInputStream(content));

    assertThat(blob.length()).isEqualTo(length);
    assertThat(blob.digest()).isEqualTo(digestOf(content));
    assertThat(read(blob)).isEqualTo(content);
    assertThat(store.store(content).toReference()).isEqualTo(blob.toReference());
  }

  @Test
  void readsAContentToItsEndAndDoesNotCloseIt() {
    byte[] content = randomBytes(100_000);
    Trickle trickle = new Trickle(content);

    Blob blob = store.store(trickle);

    assertThat(blob.digest()).isEqualTo(digestOf(content));
    assertThat(trickle.closed).isFalse();
  }

  @Test
  void findsTheTypeInTheContent() {
    assertThat(store.store(new byte[0]).mimeType()).isEqualTo("application/octet-stream");
    assertThat(store.store("hello".getBytes(UTF_8)).mimeType()).isEqualTo("text/plain");
    assertThat(store.store("%PDF-1.4\n%".getBytes(UTF_8)).mimeType()).isEqualTo("application/pdf");
  }

  @Test
  void storingTheSameAgainIsOneContent() {
    byte[] content = randomBytes(1000);

    Blob first = store.store(content);
    Blob second = store.store(content);

    assertThat(second).isEqualTo(first);
    assertThat(second.toReference()).isEqualTo(first.toReference());
    assertThat(listed()).containsOnlyKeys(first.digest());
  }

  @Test
  void storingAgainRenewsTheTime() throws Exception {
    byte[] content = randomBytes(10);
    Blob blob = store.store(content);
    Instant before = listed().get(blob.digest()).storedAt();
    // Longer than the coarsest clock of a file system.
    Thread.sleep(1100);

    store.store(content);

    assertThat(listed().get(blob.digest()).storedAt()).isAfter(before);
  }

  @Test
  void storesALargeContent() throws IOException {
    long length = largeLength();
    Blob blob = store.store(new Generated(length, SEED));

    assertThat(blob.length()).isEqualTo(length);
    try (InputStream expected = new Generated(length, SEED);
        InputStream actual = store.open(blob)) {
      byte[] left = new byte[1 << 16];
      long compared = 0;
      for (int count = expected.readNBytes(left, 0, left.length);
          count > 0;
          count = expected.readNBytes(left, 0, left.length)) {
        byte[] right = actual.readNBytes(count);
        assertThat(Arrays.equals(left, 0, count, right, 0, right.length)).isTrue();
        compared += count;
      }
      assertThat(actual.read()).isEqualTo(-1);
      assertThat(compared).isEqualTo(length);
    }
  }

  @Test
  void survivesReopening() throws Exception {
    Blob blob = store.store(randomBytes(5000));
    byte[] content = read(blob);
    store.close();

    store = openStore();

    assertThat(read(blob)).isEqualTo(content);
  }

  @Test
  void aContentThatBreaksOffLeavesNothing() {
    assertThatThrownBy(() -> store.store(new Breaking(new IOException("cable cut"))))
        .isInstanceOfSatisfying(
            BlobException.class, e -> assertThat(e.code()).isEqualTo(BlobErrorCode.SOURCE_FAILED))
        .hasMessageContaining("cable cut");
    assertThat(listed()).isEmpty();
  }

  @Test
  void aContentThatIsRefusedKeepsItsCode() {
    BlobIOException tooLarge = new BlobIOException(BlobErrorCode.TOO_LARGE, "too large");

    assertThatThrownBy(() -> store.store(new Breaking(tooLarge)))
        .isInstanceOfSatisfying(
            BlobException.class, e -> assertThat(e.code()).isEqualTo(BlobErrorCode.TOO_LARGE))
        .hasMessage("too large");
    assertThat(listed()).isEmpty();
  }

  @Test
  void namesAContentThatIsMissing() {
    BlobDigest digest = digestOf(randomBytes(32));
    Blob nowhere = new Blob(digest, 32, "image/png");

    assertThat(store.exists(digest)).isFalse();
    assertThat(store.length(digest)).isEmpty();
    assertThatThrownBy(() -> store.open(nowhere))
        .isInstanceOfSatisfying(
            BlobException.class, e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING))
        .hasMessageContaining(digest.toHex());
    assertThatThrownBy(() -> store.open(nowhere, 3, 4))
        .isInstanceOfSatisfying(
            BlobException.class,
            e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING));
  }

  // --- listing and discarding

  @Test
  void listsWhatItHolds() {
    List<Blob> blobs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      blobs.add(store.store(randomBytes(i)));
    }

    Map<BlobDigest, StoredBlob> listed = listed();

    assertThat(listed.keySet())
        .containsExactlyInAnyOrderElementsOf(
            blobs.stream().map(Blob::digest).collect(Collectors.toSet()));
    Instant now = Instant.now();
    for (Blob blob : blobs) {
      assertThat(listed.get(blob.digest()).length()).isEqualTo(blob.length());
      assertThat(listed.get(blob.digest()).storedAt())
          .isBetween(now.minus(Duration.ofMinutes(10)), now.plus(Duration.ofMinutes(10)));
    }
  }

  @Test
  void discards() {
    Blob kept = store.store(randomBytes(10));
    Blob gone = store.store(randomBytes(11));

    assertThat(discard(gone)).isTrue();

    assertThat(discard(gone)).isFalse();
    assertThat(store.exists(gone.digest())).isFalse();
    assertThat(store.missing(List.of(gone.digest(), kept.digest()))).containsExactly(gone.digest());
    assertThat(store.lengths(List.of(gone.digest(), kept.digest())))
        .containsExactly(Map.entry(kept.digest(), kept.length()));
    assertThat(listed()).containsOnlyKeys(kept.digest());
    assertThatThrownBy(() -> store.open(gone))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_MISSING));
  }

  @Test
  void doesNotDiscardWhatWasStoredAgainSince() throws Exception {
    byte[] content = randomBytes(3_000_000);
    Blob blob = store.store(content);
    StoredBlob seen = listed().get(blob.digest());
    Thread.sleep(1_100);

    store.store(content);

    assertThat(store.discard(seen)).isFalse();
    assertThat(read(blob)).isEqualTo(content);
    assertThat(store.discard(listed().get(blob.digest()))).isTrue();
    assertThat(store.exists(blob.digest())).isFalse();
  }

  @Test
  void removesNoLeftoversWhereThereAreNone() throws Exception {
    Blob blob = store.store(randomBytes(3_000_000));

    assertThat(store.removeLeftovers(Duration.ZERO)).isZero();
    assertThat(read(blob)).hasSize(3_000_000);
  }

  @Test
  void theFirstToClaimItOwnsItUntilItIsHandedOver() throws Exception {
    assertThat(store.claim("one")).isEqualTo("one");
    assertThat(store.claim("two")).isEqualTo("one");

    store.handOver("two");
    store.close();
    store = openStore();

    assertThat(store.claim("one")).isEqualTo("two");
  }

  @Test
  void canBeListedWhileContentsComeAndGo() {
    List<Blob> blobs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      blobs.add(store.store(randomBytes(20 + i)));
    }
    try (Stream<StoredBlob> list = store.list()) {
      list.forEach(
          stored -> {
            blobs.forEach(this::discard);
            store.store(randomBytes(30));
          });
    }
    assertThat(blobs).noneMatch(blob -> store.exists(blob.digest()));
  }

  @Test
  void aClosedStoreSaysSo() {
    Blob blob = store.store(randomBytes(10));
    store.close();
    store.close();

    assertThatThrownBy(() -> store.open(blob))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE));
    assertThatThrownBy(() -> store.store(new byte[1]))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE));
  }

  /** Gives some bytes, then an error. */
  private static final class Breaking extends InputStream {
    private final IOException error;
    private int given;

    Breaking(IOException error) {
      this.error = error;
    }

    @Override
    public int read() throws IOException {
      if (given++ < 200_000) {
        return 7;
      }
      throw error;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      into[offset] = (byte) read();
      return 1;
    }
  }
}
