/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.disk.DurableFiles;

/** The layout of a store's directory, see the package's specification. Thread-safe. */
final class BlobDirectory {
  private static final String FORMAT = "pandagraph-blobs 1\n";
  private static final Pattern SHARD = Pattern.compile("[0-9a-f]{3}");
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  private final Path root;
  private final Path content;
  private final Path incoming;

  /** Directories of contents whose own entries are known to be on the disk. */
  private final Set<Path> durableShards = ConcurrentHashMap.newKeySet();

  private BlobDirectory(Path root) {
    this.root = root;
    this.content = root.resolve("content");
    this.incoming = root.resolve("incoming");
  }

  static BlobDirectory prepare(Path root) throws IOException {
    DurableFiles.makeDirectories(root);
    BlobDirectory directory = new BlobDirectory(root);
    DurableFiles.makeDirectories(directory.content);
    DurableFiles.makeDirectories(directory.incoming);
    directory.checkFormat();
    directory.flushShards();
    return directory;
  }

  /** Those that are there may have been made by a process that crashed before it flushed them. */
  private void flushShards() throws IOException {
    List<Path> found;
    try (Stream<Path> shards = Files.list(content)) {
      found = shards.collect(Collectors.toList());
    }
    DurableFiles.flushDirectory(content);
    durableShards.addAll(found);
  }

  private void checkFormat() throws IOException {
    Path format = root.resolve("format");
    if (!Files.exists(format)) {
      Path draft = newIncomingFile();
      DurableFiles.write(draft, FORMAT);
      DurableFiles.move(draft, format);
    }
    String found = Files.readString(format);
    if (!found.equals(FORMAT)) {
      throw new IOException(
          "its format is '" + found.strip() + "', this version knows '" + FORMAT.strip() + "'");
    }
  }

  /** How many were removed. */
  long removeLeftovers(Duration age) throws IOException {
    Instant limit = Instant.now().minus(age);
    long removed = 0;
    try (Stream<Path> files = Files.list(incoming)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(limit)
              && Files.deleteIfExists(file)) {
            removed++;
          }
        } catch (NoSuchFileException finishedMeanwhile) {
          // Another process's work in progress, or its cleaning.
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return removed;
  }

  /** The owner: who it is already, or else this one. */
  String claim(String candidate) throws IOException {
    Path owner = root.resolve("owner");
    if (!Files.exists(owner)) {
      requirePresent();
      Path draft = newIncomingFile();
      DurableFiles.write(draft, candidate + "\n");
      try {
        // Unlike a rename, this loses against another process that was quicker.
        Files.createLink(owner, draft);
        DurableFiles.flushDirectory(root);
      } catch (FileAlreadyExistsException quicker) {
        // Its owner is read below.
      } catch (UnsupportedOperationException | FileSystemException noLinks) {
        // As on FAT and some network file systems: of two at the same moment the later one wins.
        DurableFiles.move(draft, owner);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    return Files.readString(owner).strip();
  }

  void handOver(String owner) throws IOException {
    Path draft = newIncomingFile();
    DurableFiles.write(draft, owner + "\n");
    DurableFiles.move(draft, root.resolve("owner"));
  }

  Path root() {
    return root;
  }

  Path newIncomingFile() {
    return incoming.resolve(UUID.randomUUID() + ".part");
  }

  Path fileOf(BlobDigest digest) {
    String name = digest.toHex();
    return content.resolve(name.substring(0, 3)).resolve(name);
  }

  /** Makes a complete file, flushed already, the content of that digest; durable on return. */
  void accept(Path file, BlobDigest digest) throws IOException {
    Path target = fileOf(digest);
    Path shard = target.getParent();
    makeShard(shard);
    DurableFiles.move(file, target);
    // After the move: where a file system has one journal for both, this has little left to do.
    if (!durableShards.contains(shard)) {
      DurableFiles.flushDirectory(content);
      durableShards.add(shard);
    }
  }

  private void makeShard(Path shard) throws IOException {
    if (!Files.isDirectory(shard)) {
      durableShards.remove(shard);
      try {
        Files.createDirectory(shard);
      } catch (FileAlreadyExistsException madeMeanwhile) {
        if (!Files.isDirectory(shard)) {
          throw madeMeanwhile;
        }
      }
    }
  }

  /**
   * @throws IOException where the whole directory is gone (a disk that is not mounted): that is not
   *     the same as a content that is gone
   */
  boolean holds(BlobDigest digest) throws IOException {
    if (Files.isRegularFile(fileOf(digest), LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    requirePresent();
    return false;
  }

  /** Bytes of a content; empty where there is none. */
  OptionalLong length(BlobDigest digest) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(
              fileOf(digest), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isRegularFile()) {
        return OptionalLong.of(found.size());
      }
    } catch (NoSuchFileException absent) {
      // So is the whole store, perhaps: looked at below.
    }
    requirePresent();
    return OptionalLong.empty();
  }

  private void requirePresent() throws IOException {
    if (!Files.exists(root.resolve("format"))) {
      throw new NoSuchFileException(root.resolve("format").toString());
    }
  }

  /**
   * Removes a content that was not stored again after that time. It is moved aside before its time
   * is read, so that no writer can renew it between the look and the removal; what turns out to be
   * newer is moved back, onto an equal file if there is one by now.
   */
  boolean remove(BlobDigest digest, Instant notAfter) throws IOException {
    Path file = fileOf(digest);
    Path aside = newIncomingFile();
    try {
      if (storedAfter(file, notAfter)) {
        return false;
      }
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      requirePresent();
      return false;
    }
    if (storedAfter(aside, notAfter)) {
      DurableFiles.move(aside, file);
      return false;
    }
    DurableFiles.flushDirectory(file.getParent());
    Files.delete(aside);
    return true;
  }

  private static boolean storedAfter(Path file, Instant time) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isAfter(time);
  }

  /** The caller closes the stream, and with it the directories it is reading. */
  @SuppressWarnings("StreamResourceLeak")
  Stream<StoredBlob> list() throws IOException {
    return Files.list(content)
        .filter(shard -> SHARD.matcher(shard.getFileName().toString()).matches())
        .flatMap(BlobDirectory::listShard);
  }

  @SuppressWarnings("StreamResourceLeak")
  private static Stream<StoredBlob> listShard(Path shard) {
    try {
      return Files.list(shard)
          .filter(file -> CONTENT.matcher(file.getFileName().toString()).matches())
          .flatMap(BlobDirectory::describe);
    } catch (IOException e) {
      throw FileBlobStore.unavailable("list", shard, e);
    }
  }

  private static Stream<StoredBlob> describe(Path file) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile()
          ? Stream.of(
              new StoredBlob(
                  BlobDigest.fromHex(file.getFileName().toString()),
                  found.size(),
                  found.lastModifiedTime().toInstant()))
          : Stream.empty();
    } catch (NoSuchFileException discardedMeanwhile) {
      return Stream.empty();
    } catch (IOException e) {
      throw FileBlobStore.unavailable("list", file, e);
    }
  }
}
