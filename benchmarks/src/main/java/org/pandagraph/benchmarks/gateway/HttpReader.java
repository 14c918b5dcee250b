/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads bodies over one connection and throws them away: as little client as possible, so that what
 * is measured is the server. Not thread-safe.
 */
final class HttpReader implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];

  HttpReader(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), buffer.length);
  }

  /**
   * Gets a path and reads its body to the end.
   *
   * @return nanoseconds from the request to the last byte
   * @throws IOException where the answer is not 200, or has another length
   */
  long get(String path, long length) throws IOException {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    long start = System.nanoTime();
    socket.getOutputStream().write(request);
    String status = line();
    long announced = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        announced = Long.parseLong(header.substring(15).strip());
      }
    }
    if (!status.contains(" 200 ") || announced != length) {
      throw new IOException(path + ": " + status + ", length " + announced);
    }
    for (long left = length; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException(path);
      }
      left -= count;
    }
    return System.nanoTime() - start;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
