/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** Streams a content; remembers whether it was the content that could not be read. */
final class ContentBody extends RequestBody {
  private static final MediaType OCTETS = MediaType.get("application/octet-stream");

  private final Content content;
  private volatile Exception failure;

  ContentBody(Content content) {
    this.content = content;
  }

  /** Null where the content was readable, as far as it was read. */
  Exception failure() {
    return failure;
  }

  @Override
  public MediaType contentType() {
    return OCTETS;
  }

  @Override
  public long contentLength() {
    return content.length();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    failure = null;
    try (InputStream in = opened();
        Source source = Okio.source(new ReadWatch(in))) {
      sink.writeAll(source);
    }
  }

  private InputStream opened() throws IOException {
    try {
      return content.open();
    } catch (IOException | RuntimeException e) {
      throw noted(e);
    }
  }

  private IOException noted(Exception e) {
    failure = e instanceof UncheckedIOException ? ((UncheckedIOException) e).getCause() : e;
    return new IOException("the content cannot be read", e);
  }

  /** Tells failures of reading from failures of sending. */
  private final class ReadWatch extends java.io.FilterInputStream {
    ReadWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException | RuntimeException e) {
        throw noted(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException | RuntimeException e) {
        throw noted(e);
      }
    }
  }
}
