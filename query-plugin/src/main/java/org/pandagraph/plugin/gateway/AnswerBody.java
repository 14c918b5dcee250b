/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpOutput;

/**
 * Where the body of an answer goes: through the web framework, which sends the head before the
 * first bytes, and from then on straight to the web server, whose buffers save copies. For one
 * request.
 */
final class AnswerBody {
  private final OutputStream framework;

  /** Null where something lies between the framework and the web server. */
  private final HttpOutput server;

  /**
   * @param framework sends the head before the first bytes
   */
  AnswerBody(OutputStream framework, HttpServletResponse servlet) throws IOException {
    this.framework = Objects.requireNonNull(framework);
    OutputStream out = servlet.getOutputStream();
    this.server = out instanceof HttpOutput ? (HttpOutput) out : null;
  }

  void write(byte[] bytes, int length) throws IOException {
    // Past what the framework might keep back for a while.
    (takesBuffers() ? server : framework).write(bytes, 0, length);
  }

  /** Whether the head has been sent, and {@link #write(ByteBuffer)} can be used. */
  boolean takesBuffers() {
    return server != null && server.isWritten();
  }

  /** Writes a buffer from its position to its limit; returns once it can be filled again. */
  void write(ByteBuffer buffer) throws IOException {
    server.write(buffer);
  }

  /** Where buffers for {@link #write(ByteBuffer)} are borrowed from. */
  ByteBufferPool buffers() {
    return server.getHttpChannel().getByteBufferPool();
  }
}
