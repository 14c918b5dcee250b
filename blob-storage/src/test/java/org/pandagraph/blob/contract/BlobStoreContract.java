/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
 * on an empty place, and how to damage a content behind its back. The tests of a store that cannot
 * be reopened, or a place that others use, are that store's own.
 */
@Timeout(120)
public abstract class BlobStoreContract {
  /** Random contents come from this; printed so that a failure can be replayed. */
  protected static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  static {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  private final Random random = new Random(SEED);

  protected BlobStore store;

  /** Opens the store under test; the first of a test on an empty place, the next on the same. */
  protected abstract BlobStore openStore() throws Exception;

  /** Replaces the stored bytes of a content by others, of any length, behind the store's back. */
  protected abstract void damage(BlobDigest digest, byte[] bytes) throws Exception;

  /** How long the large content is, in bytes; more than the store may hold in memory. */
  protected long largeLength() {
    return 64L << 20;
  }

  @BeforeEach
  void openOnEmptyPlace() throws Exception {
    store = openStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

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
    assertThatThrownBy(() -> store.open(nowhere))
        .isInstanceOfSatisfying(
            BlobException.class, e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING))
        .hasMessageContaining(digest.toHex());
    assertThatThrownBy(() -> store.open(nowhere, 3, 4))
        .isInstanceOfSatisfying(
            BlobException.class,
            e -> assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING));
  }

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

    assertThat(store.discard(gone.digest())).isTrue();

    assertThat(store.discard(gone.digest())).isFalse();
    assertThat(store.exists(gone.digest())).isFalse();
    assertThat(listed()).containsOnlyKeys(kept.digest());
    assertThatThrownBy(() -> store.open(gone))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_MISSING));
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
            blobs.forEach(blob -> store.discard(blob.digest()));
            store.store(randomBytes(30));
          });
    }
    assertThat(blobs).noneMatch(blob -> store.exists(blob.digest()));
  }

  // --- many at once

  @Test
  void identicalWritesAtTheSameTimeAreOneContent() throws Exception {
    byte[] content = randomBytes(300_000);

    List<Blob> blobs = atTheSameTime(8, thread -> store.store(new Trickle(content)));

    assertThat(blobs).allMatch(blob -> blob.toReference().equals(blobs.get(0).toReference()));
    assertThat(listed()).containsOnlyKeys(digestOf(content));
    assertThat(read(blobs.get(0))).isEqualTo(content);
  }

  @Test
  void readersSeeNothingOrAllWhileOthersWriteAndDiscard() throws Exception {
    byte[] content = randomBytes(150_000);
    Blob blob = store.store(content);

    List<Integer> reads =
        atTheSameTime(
            6,
            thread -> {
              int good = 0;
              for (int i = 0; i < 40; i++) {
                if (thread == 0) {
                  store.discard(blob.digest());
                } else if (thread < 3) {
                  store.store(content);
                } else {
                  try {
                    assertThat(Arrays.equals(read(blob), content)).isTrue();
                    good++;
                  } catch (BlobException e) {
                    assertThat(e.code()).isEqualTo(BlobErrorCode.CONTENT_MISSING);
                  }
                }
              }
              return good;
            });

    assertThat(reads).hasSize(6);
  }

  @Test
  void differentWritesAtTheSameTimeAreAllThere() throws Exception {
    List<List<Blob>> blobs =
        atTheSameTime(
            6,
            thread -> {
              List<Blob> stored = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                stored.add(store.store(("content " + thread + "/" + i).getBytes(UTF_8)));
              }
              return stored;
            });

    for (int thread = 0; thread < 6; thread++) {
      for (int i = 0; i < 20; i++) {
        assertThat(new String(read(blobs.get(thread).get(i)), UTF_8))
            .isEqualTo("content " + thread + "/" + i);
      }
    }
    assertThat(listed()).hasSize(120);
  }

  // --- interruption

  @Test
  void anInterruptLeavesTheStoreHealthyAndIsKept() throws Exception {
    byte[] content = randomBytes(100_000);
    Thread.currentThread().interrupt();
    try {
      Blob blob = store.store(content);
      assertThat(read(blob)).isEqualTo(content);
    } catch (BlobException given) {
      assertThat(given.code()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
    }
    assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();

    Blob blob = store.store(content);
    assertThat(read(blob)).isEqualTo(content);
    assertThat(listed()).containsOnlyKeys(blob.digest());
  }

  @Test
  void interruptsInTheMiddleOfWritesDamageNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      byte[] content = randomBytes(200_000);
      Thread writer =
          new Thread(
              () -> {
                try {
                  store.store(new Trickle(content));
                } catch (BlobException given) {
                  // A store may give up when interrupted.
                }
              });
      writer.start();
      Thread.sleep(random.nextInt(4));
      writer.interrupt();
      writer.join();
    }

    for (StoredBlob stored : listed().values()) {
      assertThat(stored.length()).isEqualTo(200_000);
      assertThat(read(new Blob(stored.digest(), stored.length(), "image/png"))).hasSize(200_000);
    }
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

  // --- for these tests and those of the stores

  protected final byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  protected final byte[] read(Blob blob) throws IOException {
    try (InputStream in = store.open(blob)) {
      return in.readAllBytes();
    }
  }

  protected final byte[] read(Blob blob, long offset, long length) throws IOException {
    try (InputStream in = store.open(blob, offset, length)) {
      return in.readAllBytes();
    }
  }

  protected final Map<BlobDigest, StoredBlob> listed() {
    try (Stream<StoredBlob> list = store.list()) {
      return list.collect(Collectors.toMap(StoredBlob::digest, stored -> stored));
    }
  }

  /** The content is damaged, and reading all of it does not end well, wherever that shows. */
  protected final void assertDamaged(Blob blob) {
    ByteArrayOutputStream given = new ByteArrayOutputStream();
    assertThatThrownBy(
            () -> {
              try (InputStream in = store.open(blob)) {
                in.transferTo(given);
              }
            })
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(BlobErrorCode.CONTENT_DAMAGED))
        .hasMessageContaining(blob.digest().toHex());
    assertThat(given.size()).isLessThanOrEqualTo((int) blob.length());
  }

  protected static BlobErrorCode codeOf(Throwable e) {
    if (e instanceof BlobException thrown) {
      return thrown.code();
    }
    assertThat(e).isInstanceOf(BlobIOException.class);
    return ((BlobIOException) e).code();
  }

  public static BlobDigest digestOf(byte[] content) {
    try {
      return BlobDigest.of(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Work of one thread. */
  protected interface Work<T> {
    T run(int thread) throws Exception;
  }

  /** Runs it in so many threads that start together; fails where one of them fails. */
  protected static <T> List<T> atTheSameTime(int threads, Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        all.add(
            () -> {
              start.await();
              return work.run(thread);
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> done : pool.invokeAll(all)) {
        results.add(done.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Gives a few bytes at a time, as networks do. */
  private static final class Trickle extends ByteArrayInputStream {
    boolean closed;

    Trickle(byte[] content) {
      super(content);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1021));
    }

    @Override
    public void close() {
      closed = true;
    }
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
  }
}
