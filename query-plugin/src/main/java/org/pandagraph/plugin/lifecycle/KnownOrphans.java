/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.neo4j.logging.Log;
import org.pandagraph.blob.BlobDigest;

/**
 * The orphans of one database from one collection to the next. What a commit refers to is no orphan
 * from then on, even where its reference is dropped before the next collection looks. The file
 * never names, after a crash, what has been referred to since it was written: it is gone as soon as
 * the first of its orphans is referred to, and is written again when the database stops. Read when
 * first asked for. Thread-safe.
 */
final class KnownOrphans {
  private final OrphanFile file;
  private final Log log;

  /** Null until they are read. */
  private Orphans known;

  /** Whether the file may name more than is known. */
  private boolean inFile;

  /** Whether the file lacks what is known. */
  private boolean toBeWritten;

  KnownOrphans(OrphanFile file, Log log) {
    this.file = file;
    this.log = log;
  }

  /** Since when a content has been an orphan; that time itself where it is not known as one. */
  synchronized Instant since(BlobDigest digest, Instant otherwise) {
    return known().since(digest, otherwise);
  }

  /** A transaction is about to commit references to these. */
  synchronized void referredTo(Set<BlobDigest> digests) {
    boolean removed = false;
    for (BlobDigest digest : digests) {
      removed |= known().remove(digest);
    }
    if (removed) {
      toBeWritten = true;
      if (inFile) {
        deleteFile();
      }
    }
  }

  /**
   * Takes what a collection has found, and writes it.
   *
   * @param found not changed by anybody else afterwards
   * @throws IOException where it is known, but could not be written
   */
  synchronized void replace(Orphans found) throws IOException {
    known = found;
    toBeWritten = true;
    try {
      write();
    } catch (IOException e) {
      // What is there is of an earlier collection, and may name what was referred to since.
      deleteFile();
      throw e;
    }
  }

  /** Keeps over a restart what is known. */
  synchronized void stop() {
    if (toBeWritten) {
      try {
        write();
      } catch (IOException e) {
        log.warn(
            "The grace time of all blobs without a reference starts again after the restart: " + e);
      }
    }
  }

  private void write() throws IOException {
    inFile = true;
    file.write(known);
    toBeWritten = false;
  }

  private Orphans known() {
    if (known == null) {
      try {
        inFile = true;
        known = file.read();
      } catch (IOException e) {
        log.warn("The grace time of all blobs without a reference starts again: " + e.getMessage());
        known = new Orphans();
        // Where it can be read another time, what it says is out of date by then.
        deleteFile();
      }
    }
    return known;
  }

  private void deleteFile() {
    try {
      file.delete();
      inFile = false;
    } catch (IOException e) {
      log.warn(
          "After a crash some blobs may be discarded before their grace time is over, as "
              + file
              + " cannot be removed: "
              + e);
    }
  }
}
