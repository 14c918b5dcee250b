/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.disk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Steps on files that are durable (survive loss of power) when they return. Stateless. */
public final class DurableFiles {
  private DurableFiles() {}

  /** What a file is to have. */
  public interface Content {
    /** Writes it to a buffer, which is closed and flushed for it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Makes a directory and those above it; each new one's parent is flushed. */
  public static void makeDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      makeDirectories(parent);
    }
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      if (!Files.isDirectory(directory)) {
        throw madeMeanwhile;
      }
    }
    if (parent != null) {
      flushDirectory(parent);
    }
  }

  /** Writes a file's bytes; where it is new, its directory is for the caller to flush. */
  public static void write(Path file, Content content) throws IOException {
    try (FileOutputStream raw = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(raw)) {
      content.writeTo(out);
      out.flush();
      raw.getFD().sync();
    }
  }

  /** The same, of text. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes a file and its directories, or replaces what it had, as a whole or not at all. */
  public static void replace(Path file, Content content) throws IOException {
    makeDirectories(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    write(draft, content);
    move(draft, file);
  }

  /** The same, of text. */
  public static void replace(Path file, String text) throws IOException {
    replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Moves a file within a file system, in place of what the target's name meant before. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushDirectory(to.getParent());
  }

  /** Removes a file if it is there. */
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      flushDirectory(file.getParent());
    }
  }

  /**
   * Flushes a directory's entries. A channel is the only door Java has to this, and an interrupt
   * closes channels: what was asked for is done all the same, and the thread stays interrupted.
   */
  public static void flushDirectory(Path directory) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
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
