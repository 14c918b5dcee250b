/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server on an address of this machine that the tests allow, as an administrator would allow
 * a host of the own network; every other address of the machine stays forbidden.
 */
final class PictureWeb implements AutoCloseable {
  /** Loopback has 16 million addresses: this is not the one that everything else listens on. */
  static final String ADDRESS = "127.0.0.2";

  /** The names are allowed, so that it is their addresses that forbid them. */
  static final String ALLOWED_HOSTS =
      ADDRESS + ",127.0.0.1,localhost,[::1],::1,169.254.169.254,10.0.0.1,192.168.0.1";

  private static final long FIVE_GIB = 5L << 30;
  private static final int BLOCK = 1 << 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  PictureWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(ADDRESS, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::file);
    server.createContext("/huge", PictureWeb::huge);
    server.createContext("/huge-unannounced", PictureWeb::hugeUnannounced);
    server.createContext("/slow", this::slow);
    server.createContext("/redirect", PictureWeb::redirect);
    server.start();
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  /** {@code http://...} for a path that starts with a slash. */
  String uri(String path) {
    return "http://" + ADDRESS + ":" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** How often a path, without its query, was asked for. */
  int requests(String path) {
    AtomicInteger count = requests.get(path);
    return count == null ? 0 : count.get();
  }

  private void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
    byte[] content = files.get(path);
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
      }
    }
  }

  private static void huge(HttpExchange exchange) throws IOException {
    pour(exchange, FIVE_GIB);
  }

  private static void hugeUnannounced(HttpExchange exchange) throws IOException {
    pour(exchange, 0);
  }

  /**
   * @param announced Content-Length, 0 for chunks without end
   */
  private static void pour(HttpExchange exchange, long announced) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, announced);
      OutputStream out = exchange.getResponseBody();
      byte[] block = new byte[BLOCK];
      for (long sent = 0; sent < FIVE_GIB; sent += BLOCK) {
        out.write(block);
      }
    }
  }

  /** One byte a second, for ever: each read succeeds in time, the whole never does. */
  private void slow(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      while (!closing.await(1, java.util.concurrent.TimeUnit.SECONDS)) {
        out.write('x');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code /redirect?URL} */
  private static void redirect(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
      exchange.sendResponseHeaders(302, -1);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
