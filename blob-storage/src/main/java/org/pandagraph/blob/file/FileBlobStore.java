/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;

/**
 * Contents as files in a directory, see the package's specification. Thread-safe, and safe with
 * other processes that use the same directory. An interrupted thread finishes what it does here,
 * and stays interrupted.
 *
 * <p>What reading detects: {@link #open(Blob)} compares the length at once and the digest at the
 * end; once the digest was found right and for as long as the file is the same, a CRC32C does for
 * it. A range compares the file's length with the reference's and so finds a content that is gone,
 * cut off or grown, but it cannot see a flipped bit; a range that spans the whole content is
 * checked like the whole content.
 */
public final class FileBlobStore implements BlobStore {
  /** How long nothing was written to a leftover before it is removed. */
  static final Duration LEFTOVER_AGE = Duration.ofDays(1);

  private static final int OPEN_ATTEMPTS = 5;

  private final BlobDirectory directory;
  private final VerifiedContents verified = new VerifiedContents();
  private volatile boolean closed;

  private FileBlobStore(BlobDirectory directory) {
    this.directory = directory;
  }

  /**
   * Opens a store, making its directory where it is missing, and removes leftovers of crashed
   * writers.
   *
   * @throws BlobException STORE_UNAVAILABLE where the directory cannot be made or used, or was
   *     written by a later version
   */
  public static FileBlobStore open(Path path) {
    try {
      BlobDirectory directory = BlobDirectory.prepare(path.toAbsolutePath());
      directory.removeLeftovers(LEFTOVER_AGE);
      return new FileBlobStore(directory);
    } catch (IOException e) {
      throw unavailable("open", path, e);
    }
  }

  @Override
  public Blob store(InputStream content) {
    requireOpen();
    try (IncomingContent incoming = new IncomingContent(directory)) {
      incoming.receive(content);
      return incoming.commit();
    } catch (IOException e) {
      throw unavailable("write to", directory.root(), e);
    }
  }

  @Override
  public Blob store(byte[] content) {
    requireOpen();
    try (IncomingContent incoming = new IncomingContent(directory)) {
      incoming.receive(content);
      return incoming.commit();
    } catch (IOException e) {
      throw unavailable("write to", directory.root(), e);
    }
  }

  @Override
  public InputStream open(Blob blob) {
    return open(blob, 0, blob.length());
  }

  @Override
  public InputStream open(Blob blob, long offset, long length) {
    requireOpen();
    return openFile(blob, offset, blob.lengthOfRange(offset, length));
  }

  private InputStream openFile(Blob blob, long offset, long length) {
    Path file = directory.fileOf(blob.digest());
    for (int attempt = 1; ; attempt++) {
      try {
        return StoredContentStream.open(file, blob, offset, length, verified);
      } catch (BlobIOException damaged) {
        throw BlobException.of(damaged);
      } catch (FileNotFoundException e) {
        if (!exists(blob.digest())) {
          throw BlobException.contentMissing(blob.digest());
        }
        // Stored again between the two looks, or not readable: the second stays so.
        if (attempt == OPEN_ATTEMPTS) {
          throw unavailable("read a content from", file, e);
        }
      } catch (IOException e) {
        throw unavailable("read a content from", file, e);
      }
    }
  }

  @Override
  public boolean exists(BlobDigest digest) {
    requireOpen();
    try {
      return directory.holds(digest);
    } catch (IOException e) {
      throw unavailable("look into", directory.root(), e);
    }
  }

  @Override
  public OptionalLong length(BlobDigest digest) {
    requireOpen();
    try {
      return directory.length(digest);
    } catch (IOException e) {
      throw unavailable("look into", directory.root(), e);
    }
  }

  @Override
  public boolean discard(StoredBlob seen) {
    requireOpen();
    try {
      return directory.remove(seen.digest(), seen.storedAt());
    } catch (IOException e) {
      throw unavailable("remove a content from", directory.root(), e);
    }
  }

  @Override
  public long removeLeftovers(Duration age) {
    requireOpen();
    try {
      return directory.removeLeftovers(age);
    } catch (IOException e) {
      throw unavailable("remove leftovers from", directory.root(), e);
    }
  }

  @Override
  public String claim(String candidate) {
    requireOpen();
    try {
      return directory.claim(candidate);
    } catch (IOException e) {
      throw unavailable("read the owner of", directory.root(), e);
    }
  }

  @Override
  public void handOver(String owner) {
    requireOpen();
    try {
      directory.handOver(owner);
    } catch (IOException e) {
      throw unavailable("write the owner of", directory.root(), e);
    }
  }

  @Override
  public Stream<StoredBlob> list() {
    requireOpen();
    try {
      return directory.list();
    } catch (IOException e) {
      throw unavailable("list", directory.root(), e);
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new BlobException(
          BlobErrorCode.STORE_UNAVAILABLE,
          "the blob store in " + directory.root() + " has been closed");
    }
  }

  static BlobException unavailable(String what, Path path, Exception e) {
    return new BlobException(
        BlobErrorCode.STORE_UNAVAILABLE,
        "cannot " + what + " the blob store in " + path + ": " + reason(e),
        e);
  }

  /** The JDK's messages of file errors are often no more than the path. */
  private static String reason(Exception e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    return e.getClass().getSimpleName() + message;
  }
}
