/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.service.ServiceException;

class BlobCacheTest {
  @TempDir Path directory;

  private static byte[] bytes(int fill) {
    byte[] bytes = new byte[100];
    java.util.Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  private static String put(BlobCache cache, int fill) throws IOException {
    return cache.put(null, new ByteArrayInputStream(bytes(fill)));
  }

  @Test
  void dropsTheLeastRecentlyUsedButNotWhatIsPinned() throws Exception {
    try (BlobCache cache = new BlobCache(directory, 250, 1000)) {
      String a = put(cache, 1);
      String b = put(cache, 2);
      PinnedBlob pinned = cache.pin(a);
      cache.pin(b).close();
      String c = put(cache, 3);
      assertThat(cache.pin(b)).as("the only one that may go").isNull();
      assertThat(Files.readAllBytes(pinned.file())).isEqualTo(bytes(1));
      pinned.close();
      cache.pin(c).close();
      put(cache, 4);
      assertThat(cache.pin(a)).isNull();
      assertThat(cache.bytes()).isEqualTo(200);
      assertThat(cache.count()).isEqualTo(2);
    }
  }

  @Test
  void takesNoContentUnderAnotherDigestAndLeavesNothingBehind() throws Exception {
    try (BlobCache cache = new BlobCache(directory, 1000, 99)) {
      assertThatThrownBy(() -> cache.put("0".repeat(64), new ByteArrayInputStream(new byte[10])))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("has the digest");
      assertThatThrownBy(() -> put(cache, 1))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("99 bytes");
      assertThat(directory.toFile().list()).containsExactly("lock");
    }
  }

  @Test
  void belongsToOneServiceAndBeginsEmpty() throws Exception {
    Files.writeString(directory.resolve("f".repeat(64)), "left by a crash");
    Files.writeString(directory.resolve("mine.txt"), "somebody's");
    try (BlobCache cache = new BlobCache(directory, 1000, 1000)) {
      assertThat(cache.pin("f".repeat(64))).isNull();
      assertThatThrownBy(() -> new BlobCache(directory, 1000, 1000))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
      put(cache, 1);
    }
    assertThat(directory.toFile().list()).containsExactly("mine.txt");
  }

  @Test
  void equalContentsAtOnceAreOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (BlobCache cache = new BlobCache(directory, 10_000, 1000)) {
      List<Future<String>> digests = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int fill = i % 4;
        digests.add(threads.submit(() -> put(cache, fill)));
      }
      for (Future<String> digest : digests) {
        cache.pin(digest.get()).close();
      }
      assertThat(cache.count()).isEqualTo(4);
      assertThat(cache.bytes()).isEqualTo(400);
    } finally {
      threads.shutdownNow();
    }
  }
}
