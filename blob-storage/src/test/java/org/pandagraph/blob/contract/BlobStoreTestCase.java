/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Timeout;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;

/** Where the tests of a store take place: the store, and the steps they have in common. */
@Timeout(120)
public abstract class BlobStoreTestCase {
  /** Random contents come from this; printed so that a failure can be replayed. */
  protected static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  static {
    System.out.println("replay with -Dtests.seed=" + SEED);
  }

  protected final Random random = new Random(SEED);

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

  /** Removes a content, whenever it was stored. */
  protected final boolean discard(Blob blob) {
    return store.discard(new StoredBlob(blob.digest(), blob.length(), Instant.now()));
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
  static final class Trickle extends ByteArrayInputStream {
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
}
