/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.disk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Steps on files that survive loss of power once they have returned. Stateless. */
public final class DurableFiles {
  private DurableFiles() {}

  /** What a file is to have. */
  public interface Content {
    /** Writes it to a buffer, which is closed and flushed for it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Makes a file, or replaces what it had before, as a whole or not at all. */
  public static void replace(Path file, Content content) throws IOException {
    makeFolders(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushFolder(file.getParent());
  }

  /** The same, of text. */
  public static void replace(Path file, String text) throws IOException {
    replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes a folder and those above it that are not there. */
  public static void makeFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path above = folder.toAbsolutePath().getParent();
      makeFolders(above);
      // Another thread may have made it meanwhile.
      Files.createDirectories(folder);
      flushFolder(above);
    }
  }

  /** Writes a file's bytes; where it is new, its folder is for the caller to flush. */
  public static void write(Path file, Content content) throws IOException {
    try (FileOutputStream raw = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(raw)) {
      content.writeTo(out);
      out.flush();
      raw.getFD().sync();
    }
  }

  /** Removes a file if it is there. */
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      flushFolder(file.getParent());
    }
  }

  /**
   * Flushes what a folder says of its files. A channel is the only door Java has to this, and an
   * interrupt closes channels: it is done all the same, and the thread stays interrupted.
   */
  public static void flushFolder(Path folder) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
