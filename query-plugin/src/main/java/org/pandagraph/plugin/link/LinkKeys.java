/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.disk.DurableFiles;

/** The keys of one server: the first signs, all verify. Immutable. */
public final class LinkKeys {
  private final List<LinkKey> keys;

  private LinkKeys(List<LinkKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads the keys from a file, see the package's specification; where there is none, makes one
   * with a random key.
   *
   * @throws IOException where it cannot be read or made, or holds no key; the message says which
   */
  public static LinkKeys readOrCreate(Path file) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    List<LinkKey> keys = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(key(line.strip(), file, number));
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("no key is in " + file);
    }
    return new LinkKeys(keys);
  }

  private static LinkKey key(String line, Path file, int number) throws IOException {
    try {
      return new LinkKey(Base64.getDecoder().decode(line));
    } catch (IllegalArgumentException e) {
      // The line itself is a secret, even where it is malformed.
      throw new IOException(
          "line " + number + " of " + file + " is not " + LinkKey.BYTES + " bytes in base64");
    }
  }

  /** Whole or not at all, so that no crash and no loss of power leaves a file without a key. */
  private static void create(Path file) throws IOException {
    DurableFiles.makeDirectories(file.getParent());
    byte[] key = new byte[LinkKey.BYTES];
    new SecureRandom().nextBytes(key);
    Path draft =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      String line = Base64.getEncoder().encodeToString(key) + "\n";
      DurableFiles.write(draft, out -> out.write(line.getBytes(StandardCharsets.US_ASCII)));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException made) {
      // Another thread or process was first: its key is the one.
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      // As on FAT and some network file systems: this does not lose against who was quicker.
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    DurableFiles.flushDirectory(file.getParent());
  }

  /** The last part of a link that is good until a time. */
  String sign(String database, BlobDigest digest, long expires) {
    return keys.get(0).sign(database, digest, expires);
  }

  /** Whether one of the keys made this last part of a link. */
  boolean signed(String database, BlobDigest digest, long expires, String part) {
    int dot = part.indexOf('.');
    if (dot < 0) {
      return false;
    }
    String id = part.substring(0, dot);
    Optional<LinkKey> key = keys.stream().filter(k -> k.id().equals(id)).findFirst();
    return key.isPresent() && key.get().signed(database, digest, expires, part.substring(dot + 1));
  }
}
