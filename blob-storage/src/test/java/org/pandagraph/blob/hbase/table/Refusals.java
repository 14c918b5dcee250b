/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;

/** What tests of an HBase that is in no mood ask of a store. */
final class Refusals {
  private Refusals() {}

  /** What is expected to fail. */
  interface Step {
    void run() throws Exception;
  }

  /** The error of a step that fails because the store cannot be used. */
  static BlobException refused(Step step) {
    BlobException e = catchThrowableOfType(BlobException.class, step::run);
    if (e == null) {
      return fail("nothing was thrown");
    }
    assertThat(e.code()).as(e.getMessage()).isEqualTo(BlobErrorCode.STORE_UNAVAILABLE);
    return e;
  }

  /** Reads a content to its end, which checks it. */
  static void readAll(BlobStore store, Blob blob) throws IOException {
    try (InputStream in = store.open(blob)) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(blob.length());
    }
  }
}
