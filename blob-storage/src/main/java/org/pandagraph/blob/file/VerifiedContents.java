/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.pandagraph.blob.BlobDigest;

/**
 * Contents whose SHA-256 this store has found right, with the CRC32C they had then. While the file
 * is the same (its identity and time), reading it again is checked against the CRC32C: that finds
 * whatever a disk or a memory can do to a content, at a tenth of the cost. What a person did to the
 * file changes its time, and the next read computes the SHA-256 again; so does the first one after
 * an hour. Thread-safe; bounded.
 */
final class VerifiedContents {
  /** The most contents that are remembered, some 2 MB; those not read for long are forgotten. */
  static final int REMEMBERED = 10_000;

  private static final long GOOD_FOR_NANOS = Duration.ofHours(1).toNanos();

  private final Map<BlobDigest, Verified> verified =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobDigest, Verified> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Which file it is, and when it was written. Immutable. */
  static final class FileState {
    private final Object key;
    private final FileTime modified;

    private FileState(BasicFileAttributes attributes) {
      key = attributes.fileKey();
      modified = attributes.lastModifiedTime();
    }

    static FileState of(Path file) throws IOException {
      return new FileState(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    private boolean same(FileState other) {
      return key != null && key.equals(other.key) && modified.equals(other.modified);
    }
  }

  private static final class Verified {
    private final FileState state;
    private final int crc32c;
    private final long since = System.nanoTime();

    Verified(FileState state, int crc32c) {
      this.state = state;
      this.crc32c = crc32c;
    }
  }

  /** The CRC32C of a content; empty where its SHA-256 has to be computed. */
  synchronized OptionalInt crc32c(BlobDigest digest, FileState state) {
    Verified found = verified.get(digest);
    return found != null
            && found.state.same(state)
            && System.nanoTime() - found.since < GOOD_FOR_NANOS
        ? OptionalInt.of(found.crc32c)
        : OptionalInt.empty();
  }

  /**
   * Remembers a content whose SHA-256 is right.
   *
   * @param state as it was before the content was read
   */
  synchronized void remember(BlobDigest digest, FileState state, int crc32c) {
    verified.put(digest, new Verified(state, crc32c));
  }

  synchronized void forget(BlobDigest digest) {
    verified.remove(digest);
  }
}
