/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pandagraph.aipm.client.MisbehavingServer.send;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.wire.ExtractRequest;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.wire.WireInput;
import org.pandagraph.aipm.wire.WireJson;

class HttpAipmClientTest {
  private static final ModelDescriptor WIDTH =
      ModelDescriptor.extractor("width", "1", ValueDomain.of("image/*")).build();
  private static final ModelDescriptor SAME =
      ModelDescriptor.comparator("same", "1", ValueDomain.of("string"), ValueDomain.of("string"))
          .metric(Metric.SERVICE)
          .defaultThreshold(0.5)
          .build();
  private static final Content PICTURE = content("picture");

  private MisbehavingServer server;
  private HttpAipmClient client;

  private static Content content(String text) {
    return new BytesContent(text.getBytes(StandardCharsets.UTF_8), "image/png");
  }

  private void start(MisbehavingServer.Behaviour behaviour) throws IOException {
    server = new MisbehavingServer(behaviour);
    client = HttpAipmClient.create(config(server.url()).build());
  }

  private static AipmClientConfig.Builder config(URI url) {
    return AipmClientConfig.builder()
        .url(url)
        .token("secret")
        .timeout(Duration.ofSeconds(20))
        .maxBatchCount(3);
  }

  @AfterEach
  void stop() {
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static AipmException failure(Runnable call) {
    try {
      call.run();
    } catch (AipmException e) {
      return e;
    }
    throw new AssertionError("nothing failed");
  }

  private AipmException extractFailure() {
    return failure(() -> client.extract(WIDTH, List.of(PICTURE)));
  }

  /** Behaves as it should: one value for each input, its length; lacks what was not uploaded. */
  private static final class Good implements MisbehavingServer.Behaviour {
    final Set<String> has = new HashSet<>();

    @Override
    public synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("PUT")) {
        has.add(path.substring(path.lastIndexOf('/') + 1));
        send(exchange, 204, "");
        return;
      }
      ExtractRequest request = WireJson.mapper().readValue(body, ExtractRequest.class);
      send(
          exchange,
          200,
          request.inputs().stream()
              .map(this::result)
              .collect(Collectors.joining(",", "{\"results\":[", "],\"later\":1}")));
    }

    private String result(WireInput input) {
      return has.contains(input.digest())
          ? "{\"value\":" + input.length() + "}"
          : "{\"missing\":true}";
    }
  }

  @Test
  void uploadsWhatIsMissingAndKeepsTheOrder() throws Exception {
    start(new Good());
    List<Content> contents = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      contents.add(content("x".repeat(i % 5 + 1)));
    }
    List<Object> values =
        client.extract(WIDTH, contents).stream().map(Outcome::get).collect(Collectors.toList());
    assertThat(values).containsExactly(1, 2, 3, 4, 5, 1, 2, 3);
    assertThat(server.count("PUT", "/v1/blobs/")).isEqualTo(5);
    assertThat(server.count("POST", "/v1/extract/width")).as("two batches, twice").isEqualTo(4);
    client.extract(WIDTH, contents);
    assertThat(server.count("PUT", "/v1/blobs/")).as("uploaded once").isEqualTo(5);
  }

  @Test
  void aContentThatCannotBeReadIsItsOwnFault() throws Exception {
    start(new Good());
    Content broken =
        new Content() {
          @Override
          public String digest() {
            return "ab".repeat(32);
          }

          @Override
          public String mimeType() {
            return "image/png";
          }

          @Override
          public long length() {
            return 10;
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("disk gone");
          }
        };
    List<Outcome<Object>> outcomes = client.extract(WIDTH, List.of(broken, PICTURE));
    assertThatThrownBy(outcomes.get(0)::get)
        .isInstanceOf(AipmException.class)
        .hasMessageContaining("disk gone");
    assertThat(outcomes.get(1).get()).isEqualTo(7);
  }

  @Test
  void aServiceThatForgetsEverythingIsNotAskedForEver() throws Exception {
    start(
        (exchange, body) ->
            send(
                exchange,
                exchange.getRequestMethod().equals("PUT") ? 204 : 200,
                exchange.getRequestMethod().equals("PUT")
                    ? ""
                    : "{\"results\":[{\"missing\":true}]}"));
    Outcome<Object> outcome = client.extract(WIDTH, List.of(PICTURE)).get(0);
    assertThat(failure(outcome::get).code()).isEqualTo(AipmErrorCode.OVERLOADED);
    assertThat(server.count("POST", "/")).isEqualTo(3);
  }

  @Test
  void aServiceThatIsDownSaysWhatToCheckAndFailsFast() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    client =
        HttpAipmClient.create(
            config(URI.create("http://127.0.0.1:" + port))
                .restAfterFailure(Duration.ofHours(1))
                .build());
    AipmException e = extractFailure();
    assertThat(e.code()).isEqualTo(AipmErrorCode.UNAVAILABLE);
    assertThat(e)
        .hasMessageContaining("http://127.0.0.1:" + port)
        .hasMessageContaining("panda.aipm.url");
    // Now there is a server, but nobody asks it before the rest is over.
    try (ServerSocket socket = new ServerSocket(port)) {
      socket.setSoTimeout(1);
      assertThat(extractFailure().getMessage()).isEqualTo(e.getMessage());
      assertThatThrownBy(socket::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
    assertThat(failure(client::catalogue).code()).isEqualTo(AipmErrorCode.UNAVAILABLE);
  }

  @Test
  void asksAgainAfterTheRest() throws Exception {
    start(new Good());
    URI url = server.url();
    server.close();
    client = HttpAipmClient.create(config(url).restAfterFailure(Duration.ZERO).build());
    assertThat(extractFailure().code()).isEqualTo(AipmErrorCode.UNAVAILABLE);
    com.sun.net.httpserver.HttpServer again =
        com.sun.net.httpserver.HttpServer.create(
            new java.net.InetSocketAddress("127.0.0.1", url.getPort()), 0);
    again.createContext("/", exchange -> send(exchange, 200, "{\"results\":[{\"value\":5}]}"));
    again.start();
    try {
      assertThat(client.extract(WIDTH, List.of(PICTURE)).get(0).get()).isEqualTo(5);
    } finally {
      again.stop(0);
    }
  }

  @Test
  void aHangingServiceIsATimeout() throws Exception {
    try (ServerSocket hanging = new ServerSocket(0)) {
      client =
          HttpAipmClient.create(
              config(URI.create("http://127.0.0.1:" + hanging.getLocalPort()))
                  .timeout(Duration.ofMillis(300))
                  .build());
      AipmException e = extractFailure();
      assertThat(e.code()).isEqualTo(AipmErrorCode.TIMEOUT);
      assertThat(e).hasMessageContaining("300 ms").hasMessageContaining("panda.aipm.timeout");
      assertThat(failure(client::catalogue).code()).isEqualTo(AipmErrorCode.TIMEOUT);
    }
  }

  @Test
  void anInterruptIsAFailureLikeOthersAndIsKept() throws Exception {
    start(new Good());
    try {
      Thread.currentThread().interrupt();
      assertThat(extractFailure())
          .hasMessageContaining("was interrupted")
          .hasRootCauseInstanceOf(IOException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aSlowLorisIsATimeout() throws Exception {
    start(
        (exchange, body) -> {
          exchange.sendResponseHeaders(200, 1000);
          try {
            for (int i = 0; i < 1000; i++) {
              exchange.getResponseBody().write('[');
              exchange.getResponseBody().flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    client = HttpAipmClient.create(config(server.url()).timeout(Duration.ofMillis(400)).build());
    assertThat(extractFailure().code()).isEqualTo(AipmErrorCode.TIMEOUT);
  }

  @Test
  void garbageIsABadAnswerWithAnExcerpt() throws Exception {
    start((exchange, body) -> send(exchange, 200, "<html>\n<h1>It works!</h1>" + "x".repeat(500)));
    AipmException e = extractFailure();
    assertThat(e.code()).isEqualTo(AipmErrorCode.BAD_ANSWER);
    assertThat(e)
        .hasMessageContaining("<html> <h1>It works!")
        .hasMessageContaining("panda.aipm.url");
    assertThat(e.getMessage()).hasSizeLessThan(600);
    assertThat(failure(client::catalogue).code()).isEqualTo(AipmErrorCode.BAD_ANSWER);
  }

  @Test
  void anotherServersErrorPageIsABadAnswer() throws Exception {
    start((exchange, body) -> send(exchange, 404, "<html>nothing here"));
    assertThat(extractFailure())
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("nothing here")
        .extracting(AipmException::code)
        .isEqualTo(AipmErrorCode.BAD_ANSWER);
  }

  @Test
  void aWrongCountOfResultsIsABadAnswer() throws Exception {
    start((exchange, body) -> send(exchange, 200, "{\"results\":[{\"value\":1},{\"value\":2}]}"));
    assertThat(extractFailure()).hasMessageContaining("2 results for 1 values");
  }

  @Test
  void aHugeAnswerIsNotRead() throws Exception {
    start(
        (exchange, body) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(block);
          }
        });
    client = HttpAipmClient.create(config(server.url()).maxAnswerBytes(1 << 20).build());
    assertThat(extractFailure()).hasMessageContaining("more than 1048576 bytes");
  }

  @Test
  void aRefusedTokenSaysWhichSettingHoldsIt() throws Exception {
    AtomicInteger withToken = new AtomicInteger();
    start(
        (exchange, body) -> {
          if ("Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            withToken.incrementAndGet();
          }
          send(exchange, 401, "{\"code\":\"UNAUTHORIZED\",\"message\":\"no\"}");
        });
    AipmException e = extractFailure();
    assertThat(e.code()).isEqualTo(AipmErrorCode.UNAUTHORIZED);
    assertThat(e).hasMessageContaining("panda.aipm.token_file");
    assertThat(e.getMessage()).doesNotContain("secret");
    assertThat(withToken).hasValue(1);
  }

  @Test
  void anOverloadedServiceIsAskedOnceMore() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    start(
        (exchange, body) -> {
          if (asked.incrementAndGet() == 1) {
            send(exchange, 503, "{\"code\":\"OVERLOADED\",\"message\":\"busy\"}");
          } else {
            send(exchange, 200, "{\"results\":[{\"value\":5}]}");
          }
        });
    assertThat(client.extract(WIDTH, List.of(PICTURE)).get(0).get()).isEqualTo(5);
    server.behaviour =
        (exchange, body) -> send(exchange, 503, "{\"code\":\"OVERLOADED\",\"message\":\"busy\"}");
    assertThat(extractFailure().code()).isEqualTo(AipmErrorCode.OVERLOADED);
    assertThat(server.requests).hasSize(4);
  }

  @Test
  void aConnectionThatBreaksIsTriedOnceMore() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    start(
        (exchange, body) -> {
          if (asked.incrementAndGet() == 1) {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write('{');
          } else {
            send(exchange, 200, "{\"results\":[{\"value\":5}]}");
          }
        });
    assertThat(client.extract(WIDTH, List.of(PICTURE)).get(0).get()).isEqualTo(5);
  }

  @Test
  void itemsHaveTheirOwnFaults() throws Exception {
    start(
        (exchange, body) ->
            send(
                exchange,
                200,
                "{\"results\":[{\"fault\":{\"code\":\"UNREADABLE_CONTENT\",\"message\":\"torn\"}},"
                    + "{\"value\":null},{\"fault\":{\"code\":\"NEW\",\"message\":\"m\"}}]}"));
    List<Outcome<Object>> outcomes =
        client.extract(WIDTH, List.of(content("a"), content("b"), content("c")));
    assertThat(failure(outcomes.get(0)::get))
        .hasMessage("torn")
        .extracting(AipmException::code)
        .isEqualTo(AipmErrorCode.UNREADABLE_CONTENT);
    assertThat(outcomes.get(1).get()).isNull();
    assertThat(failure(outcomes.get(2)::get).code()).isEqualTo(AipmErrorCode.BAD_ANSWER);
  }

  @Test
  void aSimilarityOutsideItsRangeIsABadAnswer() throws Exception {
    start(
        (exchange, body) ->
            send(exchange, 200, "{\"results\":[{\"value\":1.5},{\"value\":\"x\"},{\"value\":1}]}"));
    List<Outcome<Double>> outcomes =
        client.compare(SAME, List.of("a", "b", "c"), List.of("d", "e", "f"));
    assertThat(failure(outcomes.get(0)::get)).hasMessageContaining("1.5");
    assertThat(failure(outcomes.get(1)::get).code()).isEqualTo(AipmErrorCode.BAD_ANSWER);
    assertThat(outcomes.get(2).get()).isEqualTo(1.0);
  }
}
