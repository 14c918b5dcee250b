/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;

/** What a {@link BlobStore} has to do while many threads use it, and some are interrupted. */
public abstract class ConcurrentBlobStoreContract extends BlobStoreTestCase {
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
                  discard(blob);
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
  void interruptsInTheMiddleOfWritingArraysDamageNothing() throws Exception {
    atTheSameTime(
        4,
        thread -> {
          for (int i = 0; i < 10; i++) {
            byte[] content = new Generated(300_000, SEED + 100L * thread + i).readAllBytes();
            Thread self = Thread.currentThread();
            Thread interrupter = new Thread(self::interrupt);
            interrupter.start();
            try {
              assertThat(store.store(content).digest()).isEqualTo(digestOf(content));
            } catch (BlobException given) {
              assertThat(given.code()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
            }
            joinWhateverComes(interrupter);
            assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
          }
          return null;
        });

    for (StoredBlob stored : listed().values()) {
      assertThat(stored.length()).isEqualTo(300_000);
      assertThat(read(new Blob(stored.digest(), stored.length(), "image/png"))).hasSize(300_000);
    }
  }

  private static void joinWhateverComes(Thread interrupter) {
    boolean interrupted = false;
    while (interrupter.isAlive()) {
      try {
        interrupter.join();
      } catch (InterruptedException expected) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
