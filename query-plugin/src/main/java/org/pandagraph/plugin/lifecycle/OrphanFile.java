/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.eclipse.collections.api.tuple.primitive.LongLongPair;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.pandagraph.blob.disk.DurableFiles;

/**
 * Keeps {@link Orphans} from one collection to the next, see the package's specification. A file
 * that is lost or damaged only restarts the grace time of what it named.
 */
final class OrphanFile {
  /** "PANDAORP" and version 1. */
  private static final long MAGIC = 0x50414E44414F5250L;

  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 2 * Long.BYTES;
  private static final int ENTRY_BYTES = 2 * Long.BYTES;

  private final Path file;

  OrphanFile(Path file) {
    this.file = file;
  }

  /**
   * What was written last; nothing where there is no file yet.
   *
   * @throws IOException where the file cannot be read, or is not whole
   */
  Orphans read() throws IOException {
    if (!Files.exists(file)) {
      return new Orphans();
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < HEADER_BYTES + Long.BYTES) {
      throw damaged("it ends too early");
    }
    int end = bytes.length - Long.BYTES;
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, end);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readLong() != MAGIC || in.readInt() != VERSION) {
        throw damaged("it is of another format");
      }
      int count = in.readInt();
      if (count < 0 || end != HEADER_BYTES + (long) count * ENTRY_BYTES) {
        throw damaged("it does not have the length it says");
      }
      LongLongHashMap since = new LongLongHashMap(count);
      for (int i = 0; i < count; i++) {
        since.put(in.readLong(), in.readLong());
      }
      if (in.readLong() != checksum.getValue()) {
        throw damaged("its checksum is wrong");
      }
      return new Orphans(since);
    }
  }

  private IOException damaged(String how) {
    return new IOException(file + " is damaged: " + how);
  }

  /** Replaces what was written before, as a whole or not at all; durable on return. */
  void write(Orphans orphans) throws IOException {
    DurableFiles.replace(file, content -> write(orphans, content));
  }

  private static void write(Orphans orphans, OutputStream content) throws IOException {
    CRC32C checksum = new CRC32C();
    DataOutputStream out = new DataOutputStream(new CheckedOutputStream(content, checksum));
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(orphans.size());
    for (LongLongPair entry : orphans.byDigest().keyValuesView()) {
      out.writeLong(entry.getOne());
      out.writeLong(entry.getTwo());
    }
    out.writeLong(checksum.getValue());
  }

  /** Forgets what was written; durable on return. */
  void delete() throws IOException {
    DurableFiles.delete(file);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
