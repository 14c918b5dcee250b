/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.ParallelWork;
import org.pandagraph.blob.StoredBlob;

/**
 * Copies all contents of one store into another. What the other has already is left alone, so a
 * copy that was interrupted goes on where it was: a content is either there, whole and durable, or
 * not there. For one thread.
 */
final class BlobCopy {
  /** So many contents are asked for at once. */
  private static final int BATCH = 500;

  /** Reading needs no type; it is part of the references in the graph, not of the stores. */
  private static final String ANY_TYPE = "application/octet-stream";

  /** What is told while it goes on; called from several threads. */
  interface Progress {
    /** How much there is to do; called once, before anything else. */
    void total(long contents, long bytes);

    void done(long bytes);
  }

  private final BlobStore from;
  private final BlobStore to;
  private final boolean verify;
  private final Progress progress;
  private final CopyReport report = new CopyReport();

  /**
   * @param verify whether what is there already is read, and copied again where it is damaged
   */
  BlobCopy(BlobStore from, BlobStore to, boolean verify, Progress progress) {
    this.from = from;
    this.to = to;
    this.verify = verify;
    this.progress = progress;
  }

  /**
   * Copies; a content that cannot be read is noted and does not stop the others.
   *
   * @param threads how many contents are under way at once, at least 1
   * @throws BlobException where one of the stores is down
   */
  CopyReport run(int threads) {
    announce();
    try (ParallelWork work = new ParallelWork("panda-blob-copy", threads);
        Stream<StoredBlob> list = from.list()) {
      List<StoredBlob> batch = new ArrayList<>();
      for (StoredBlob stored : (Iterable<StoredBlob>) list::iterator) {
        batch.add(stored);
        if (batch.size() == BATCH) {
          submit(batch, work);
          batch.clear();
        }
      }
      submit(batch, work);
      work.finish();
    }
    return report;
  }

  private void announce() {
    long[] sum = new long[2];
    try (Stream<StoredBlob> list = from.list()) {
      list.forEach(
          stored -> {
            sum[0]++;
            sum[1] += stored.length();
          });
    }
    progress.total(sum[0], sum[1]);
  }

  private void submit(List<StoredBlob> batch, ParallelWork work) {
    Set<BlobDigest> missing =
        to.missing(batch.stream().map(StoredBlob::digest).collect(Collectors.toList()));
    for (StoredBlob stored : batch) {
      boolean there = !missing.contains(stored.digest());
      work.submit(() -> copyOne(stored, there));
    }
  }

  private void copyOne(StoredBlob stored, boolean there) {
    Blob blob = new Blob(stored.digest(), stored.length(), ANY_TYPE);
    try {
      if (there && (!verify || isGood(blob))) {
        report.present();
      } else {
        transfer(blob);
        report.copied(stored.length());
      }
    } catch (BlobException e) {
      if (e.code() == BlobErrorCode.CONTENT_MISSING) {
        report.vanished();
      } else if (e.code() == BlobErrorCode.CONTENT_DAMAGED) {
        report.damaged(e.getMessage());
      } else {
        throw e;
      }
    }
    progress.done(stored.length());
  }

  /** Reading checks the digest, so what arrives is the content or nothing. */
  private void transfer(Blob blob) {
    try (InputStream content = from.open(blob)) {
      Blob copy = to.store(content);
      if (!copy.digest().equals(blob.digest())) {
        throw new BlobException(
            BlobErrorCode.CONTENT_DAMAGED,
            "the content sha256:" + blob.digest().toHex() + " arrived as another one");
      }
    } catch (IOException closing) {
      throw new BlobException(
          BlobErrorCode.STORE_UNAVAILABLE, "closing a content failed: " + closing, closing);
    }
  }

  private boolean isGood(Blob blob) {
    try (InputStream content = to.open(blob)) {
      content.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (BlobIOException e) {
      return requireDamage(e.code(), e.getMessage(), e);
    } catch (BlobException e) {
      return requireDamage(e.code(), e.getMessage(), e);
    } catch (IOException e) {
      return requireDamage(BlobErrorCode.STORE_UNAVAILABLE, e.toString(), e);
    }
  }

  /** False for a content that can be healed by copying it again. */
  private static boolean requireDamage(BlobErrorCode code, String message, Exception cause) {
    if (code != BlobErrorCode.CONTENT_DAMAGED && code != BlobErrorCode.CONTENT_MISSING) {
      throw new BlobException(code, message, cause);
    }
    return false;
  }
}
