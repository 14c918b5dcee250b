/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Damages files of servers the way disks do. */
public final class BitRot {
  private BitRot() {}

  /**
   * Flips a bit, also in a file that is read-only.
   *
   * @param position of the byte, from 0
   */
  public static void flip(Path file, long position) throws IOException {
    file.toFile().setWritable(true);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(position);
      int old = raw.read();
      raw.seek(position);
      raw.write(old ^ 1);
    }
  }
}
