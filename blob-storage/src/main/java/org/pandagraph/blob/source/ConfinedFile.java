/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Iterator;
import java.util.Set;

/**
 * Opens a file below a directory such that no link swapped in meanwhile leads outside: walks down
 * from the directory, each step relative to the one opened before (openat), following no link.
 */
final class ConfinedFile {
  private ConfinedFile() {}

  /**
   * @param root a real path
   * @param file a real path below it: no link, no {@code ..}
   * @return null where it is not a regular file
   * @throws IOException where it cannot be opened, or a link has taken its place
   */
  static InputStream open(Path root, Path file) throws IOException {
    if (root.equals(file)) {
      return null;
    }
    try (DirectoryStream<Path> start = Files.newDirectoryStream(root)) {
      return start instanceof SecureDirectoryStream
          ? descend((SecureDirectoryStream<Path>) start, root.relativize(file).iterator())
          : openChecked(file);
    }
  }

  private static InputStream descend(SecureDirectoryStream<Path> directory, Iterator<Path> names)
      throws IOException {
    Path name = names.next();
    if (names.hasNext()) {
      try (SecureDirectoryStream<Path> next =
          directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        return descend(next, names);
      }
    }
    // Before opening: opening a FIFO would wait for a writer.
    BasicFileAttributeView view =
        directory.getFileAttributeView(
            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (!view.readAttributes().isRegularFile()) {
      return null;
    }
    return stream(
        directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  /** For systems without openat: opens first, then looks whether it is still the same path. */
  private static InputStream openChecked(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    SeekableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    if (!file.toRealPath().equals(file)) {
      channel.close();
      throw new NoSuchFileException(file.toString());
    }
    return stream(channel);
  }

  private static InputStream stream(SeekableByteChannel channel) {
    return Channels.newInputStream(channel);
  }
}
