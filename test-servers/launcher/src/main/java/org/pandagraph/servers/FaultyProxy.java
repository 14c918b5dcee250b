/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A real HTTP proxy before a real server, that answers some requests itself. */
public final class FaultyProxy implements AutoCloseable {
  /** What it says instead of the server. */
  public static final class Answer {
    private final int status;
    private final String body;

    public Answer(int status, String body) {
      this.status = status;
      this.body = body;
    }
  }

  private static final Answer NOT_AUTHORISED =
      new Answer(401, "{\"error\":{\"type\":\"security_exception\",\"reason\":\"who are you\"}}");

  private final HttpServer server;
  private final String scheme;
  private volatile String authorization;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile String target;
  private volatile Function<String, Optional<Answer>> faults = request -> Optional.empty();
  private volatile Function<String, String> answers = body -> body;

  public FaultyProxy(String target) throws IOException {
    this(target, HttpServer.create(), "http");
  }

  private FaultyProxy(String target, HttpServer server, String scheme) throws IOException {
    this.target = target;
    this.server = server;
    this.scheme = scheme;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that speaks HTTPS with its clients. */
  public static FaultyProxy https(String target, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new FaultyProxy(target, server, "https");
  }

  /** From now on it wants this in the Authorization header; null for anything. */
  public void requireAuthorization(String value) {
    authorization = value;
  }

  public String url() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on requests go there. */
  public void target(String url) {
    target = url;
  }

  /**
   * Decides for each request, as {@code METHOD path} and its body behind a line end, whether it is
   * answered here.
   */
  public void faults(Function<String, Optional<Answer>> decide) {
    faults = decide;
  }

  /** Changes what the server said. */
  public void answers(Function<String, String> change) {
    answers = change;
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization != null && !authorization.equals(given)) {
        answer(exchange, NOT_AUTHORISED.status, NOT_AUTHORISED.body);
        return;
      }
      Optional<Answer> fault =
          faults.apply(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + "\n"
                  + new String(body, StandardCharsets.UTF_8));
      if (fault.isPresent()) {
        answer(exchange, fault.get().status, fault.get().body);
      } else {
        HttpResponse<String> answer = forward(exchange, body);
        answer(exchange, answer.statusCode(), answers.apply(answer.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
