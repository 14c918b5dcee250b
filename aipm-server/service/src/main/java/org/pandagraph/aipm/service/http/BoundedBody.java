/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.wire.WireErrorCode;

/** A request's body that may neither be too long nor come too slowly. */
final class BoundedBody extends FilterInputStream {
  /** Everybody has this long; after it, at least the bytes of a slow modem line must have come. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final long MIN_BYTES_A_SECOND = 10_000;

  private final long max;
  private final String option;
  private final long start = System.nanoTime();
  private long count;

  /**
   * @param option what an administrator sets the limit by
   */
  BoundedBody(InputStream in, long max, String option) {
    super(in);
    this.max = max;
    this.option = option;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    count += Math.max(0, n);
    if (count > max) {
      throw new ServiceException(
          WireErrorCode.CONTENT_TOO_LARGE, "the body may have " + max + " bytes (" + option + ")");
    }
    long nanos = System.nanoTime() - start - GRACE_NANOS;
    if (nanos > 0 && count < nanos / 1_000_000_000.0 * MIN_BYTES_A_SECOND) {
      throw new ServiceException(WireErrorCode.BAD_REQUEST, "the body came too slowly");
    }
    return n;
  }
}
