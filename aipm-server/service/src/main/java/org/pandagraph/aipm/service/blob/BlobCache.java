/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.wire.WireErrorCode;

/**
 * Contents by their digest, in one directory, the least recently used going first when they take
 * more than the allowed bytes. What a request works on is pinned and stays. It begins empty: what
 * an earlier run left is deleted. Thread-safe.
 */
public final class BlobCache implements AutoCloseable {
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|upload-.*\\.part");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Path directory;
  private final long maxBytes;
  private final long maxBlobBytes;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private static final class Entry {
    final long length;
    int pins;

    Entry(long length) {
      this.length = length;
    }
  }

  /**
   * @param directory made where it is missing; used by one service at a time
   * @param maxBytes of all contents together
   * @param maxBlobBytes of one content
   * @throws IOException where the directory cannot be used
   */
  public BlobCache(Path directory, long maxBytes, long maxBlobBytes) throws IOException {
    this.directory = Files.createDirectories(directory).toRealPath();
    this.maxBytes = maxBytes;
    this.maxBlobBytes = maxBlobBytes;
    this.lockChannel =
        FileChannel.open(
            this.directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    this.lock = locked();
    if (lock == null) {
      lockChannel.close();
      throw new IOException("the blob cache " + this.directory + " is in use by another service");
    }
    deleteAll();
  }

  private FileLock locked() throws IOException {
    try {
      return lockChannel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void deleteAll() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (OURS.matcher(file.getFileName().toString()).matches()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Stores a content under its digest.
   *
   * @param expectedDigest null to take whatever the content's digest is
   * @return the digest, 64 lower-case hexadecimal digits
   * @throws ServiceException where the content is too large or has another digest
   */
  public String put(String expectedDigest, InputStream content) throws IOException {
    if (expectedDigest != null && !DIGEST.matcher(expectedDigest).matches()) {
      throw new ServiceException(
          WireErrorCode.BAD_REQUEST,
          "a digest has 64 lower-case hexadecimal digits, not `" + shortened(expectedDigest) + "`");
    }
    Path part = Files.createTempFile(directory, "upload-", ".part");
    try {
      MessageDigest sha = sha256();
      long length = copy(content, part, sha);
      String digest = HexFormat.of().formatHex(sha.digest());
      if (expectedDigest != null && !digest.equals(expectedDigest)) {
        throw new ServiceException(
            WireErrorCode.DIGEST_MISMATCH,
            "the content sent as " + expectedDigest + " has the digest " + digest);
      }
      keep(digest, part, length);
      return digest;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  private long copy(InputStream content, Path part, MessageDigest sha) throws IOException {
    long length = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(part)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        length += n;
        if (length > maxBlobBytes) {
          throw new ServiceException(
              WireErrorCode.CONTENT_TOO_LARGE,
              "a content may have " + maxBlobBytes + " bytes (--max-blob-bytes)");
        }
        sha.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return length;
  }

  private synchronized void keep(String digest, Path part, long length) throws IOException {
    if (entries.get(digest) != null) {
      return;
    }
    Files.move(part, directory.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
    entries.put(digest, new Entry(length));
    bytes += length;
    evict(digest);
  }

  private void evict(String newest) throws IOException {
    Iterator<Map.Entry<String, Entry>> eldest = entries.entrySet().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      Map.Entry<String, Entry> entry = eldest.next();
      if (entry.getValue().pins == 0 && !entry.getKey().equals(newest)) {
        eldest.remove();
        bytes -= entry.getValue().length;
        Files.deleteIfExists(directory.resolve(entry.getKey()));
      }
    }
  }

  /** Keeps a content from being dropped until it is closed; null where it is not there. */
  public synchronized PinnedBlob pin(String digest) {
    Entry entry = entries.get(digest);
    if (entry == null) {
      return null;
    }
    entry.pins++;
    return new PinnedBlob(digest, entry.length, directory.resolve(digest), () -> unpin(entry));
  }

  private synchronized void unpin(Entry entry) {
    entry.pins--;
  }

  /** Bytes of all contents. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How many contents there are. */
  public synchronized int count() {
    return entries.size();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Deletes the contents and lets the directory go. */
  @Override
  public synchronized void close() throws IOException {
    entries.clear();
    bytes = 0;
    deleteAll();
    lock.release();
    lockChannel.close();
    Files.deleteIfExists(directory.resolve("lock"));
  }
}
