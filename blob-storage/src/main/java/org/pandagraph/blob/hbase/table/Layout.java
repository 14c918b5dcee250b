/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/** Names and keys of what lies in HBase, see the package's specification. */
final class Layout {
  static final String FORMAT = "pandagraph-hbase-blobs 1";

  static final String CONTENT_TABLE = "content";
  static final String CHUNK_TABLE = "chunk";
  static final String REGISTER_TABLE = "register";

  /** Family of manifests, in the content table. */
  static final byte[] MANIFEST = ascii("m");

  /** Family of bytes, in the content table and the chunk table. */
  static final byte[] BYTES = ascii("c");

  /** The one family of the register. */
  static final byte[] REGISTER = ascii("r");

  /** Column of the register's single values: format, owner, clock. */
  static final byte[] VALUE = ascii("v");

  static final byte[] FORMAT_ROW = ascii("format");
  static final byte[] OWNER_ROW = ascii("owner");
  static final byte[] CLOCK_ROW = ascii("clock");

  /** What the rows of uploads start with; no other row does. */
  static final byte[] UPLOAD_PREFIX = ascii("u");

  static final int ID_BYTES = 16;
  static final int CRC_BYTES = Integer.BYTES;

  /** Bytes of content in one cell of a chunk. */
  static final int PAGE = 32 * 1024;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Layout() {}

  /** A name that no generation has had: where deletes go, no later write ever lands. */
  static byte[] newId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return id;
  }

  static byte[] chunkRow(byte[] upload, int chunk) {
    return ByteBuffer.allocate(ID_BYTES + Integer.BYTES).put(upload).putInt(chunk).array();
  }

  /** Column of a page within its chunk. */
  static byte[] page(int index) {
    return ByteBuffer.allocate(Short.BYTES).putShort((short) index).array();
  }

  /** Where an upload is registered while it is written. */
  static byte[] registerRow(byte[] upload) {
    return ByteBuffer.allocate(UPLOAD_PREFIX.length + ID_BYTES)
        .put(UPLOAD_PREFIX)
        .put(upload)
        .array();
  }

  /** Where it is registered when it is retired: another row each time, see {@link #newId}. */
  static byte[] retiredRow(byte[] upload) {
    return ByteBuffer.allocate(UPLOAD_PREFIX.length + 2 * ID_BYTES)
        .put(UPLOAD_PREFIX)
        .put(upload)
        .put(newId())
        .array();
  }

  /** Whose row of the register it is. */
  static byte[] uploadOf(byte[] registerRow) {
    return Arrays.copyOfRange(registerRow, UPLOAD_PREFIX.length, UPLOAD_PREFIX.length + ID_BYTES);
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
