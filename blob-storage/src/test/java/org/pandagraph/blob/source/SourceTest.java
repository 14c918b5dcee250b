/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.contract.MemoryBlobStore;

/** Reads URIs under a policy into a store in memory. */
@Timeout(60)
abstract class SourceTest {
  /** A password in a URI; no message may ever show it. */
  static final String PASSWORD = "pa55-w0rd";

  final MemoryBlobStore store = new MemoryBlobStore();
  StandardBlobSources sources = new StandardBlobSources(SourcePolicy.builder().build());

  final void configure(SourcePolicy.Builder policy) {
    use(new StandardBlobSources(policy.build()));
  }

  final void use(StandardBlobSources other) {
    sources.close();
    sources = other;
  }

  @AfterEach
  void closeSources() {
    sources.close();
  }

  final String text(String uri) throws IOException {
    return new String(bytes(sources.read(uri, store)), UTF_8);
  }

  final byte[] bytes(Blob blob) throws IOException {
    try (InputStream in = store.open(blob)) {
      return in.readAllBytes();
    }
  }

  /** Refused with that code, a message that contains these texts, nothing kept, nothing leaked. */
  final BlobException assertRefused(String uri, BlobErrorCode code, String... expected) {
    long before = store.list().count();
    BlobException e = catchThrowableOfType(BlobException.class, () -> sources.read(uri, store));
    assertThat(e).as(uri).isNotNull();
    assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
    for (String part : expected) {
      assertThat(e).hasMessageContaining(part);
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(PASSWORD);
    assertThat(store.list().count()).isEqualTo(before);
    return e;
  }
}
