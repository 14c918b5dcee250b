/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.security.MessageDigest;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CellUtil;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;

/**
 * Reads inline contents without their manifests, which lie in files of their own: bytes come and go
 * in one step with their manifest, and whether they are right their digest says. Thread-safe.
 */
final class InlineContents {
  private final ContentTable contents;
  private final VerifiedGenerations verified = new VerifiedGenerations();

  InlineContents(ContentTable contents) {
    this.contents = contents;
  }

  /**
   * The cell with the whole content.
   *
   * @return null where there is none, or several, or it is not right: the manifests tell more
   */
  Cell read(Blob blob) {
    Result row = contents.readBytes(blob.digest());
    if (row.size() != 1) {
      return null;
    }
    Cell cell = row.rawCells()[0];
    return cell.getValueLength() == blob.length() && isRight(blob, cell) ? cell : null;
  }

  private boolean isRight(Blob blob, Cell cell) {
    byte[] bytes = cell.getValueArray();
    int offset = cell.getValueOffset();
    int length = cell.getValueLength();
    byte[] generation = CellUtil.cloneQualifier(cell);
    int crc = Crc32c.of(bytes, offset, length);
    if (verified.contains(generation, crc, cell.getTimestamp())) {
      return true;
    }
    MessageDigest sha256 = BlobDigest.sha256();
    sha256.update(bytes, offset, length);
    if (!BlobDigest.of(sha256.digest()).equals(blob.digest())) {
      return false;
    }
    verified.remember(generation, crc, cell.getTimestamp());
    return true;
  }
}
