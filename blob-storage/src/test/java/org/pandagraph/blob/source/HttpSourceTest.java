/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/** What servers may answer, and what is made of it. */
class HttpSourceTest extends HttpTestCase {
  // --- what works

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
        "Connection: close\r\n\r\nhello",
        "Content-Type: image/png\r\nContent-Length: 5\r\n\r\nhello"
      })
  void reads(String answer) throws IOException {
    RawServer server = serve(OK + answer);

    assertThat(text("http://" + server.at() + "/a b/%20?x=1&y=2")).isEqualTo("hello");

    assertThat(server.requests.get(0))
        .startsWith("GET /a%20b/%20?x=1&y=2 HTTP/1.1\n")
        .contains("User-Agent: PandaGraph", "Accept-Encoding: identity")
        .doesNotContain("Cookie", "Authorization");
    assertThat(sources.read("http://" + server.at(), store).mimeType()).isEqualTo("text/plain");
  }

  @Test
  void followsRedirectsWithoutCookies() throws IOException {
    RawServer last = serve(OK + "Content-Length: 2\r\n\r\nhi");
    RawServer first =
        serve(
            "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: http://"
                + last.at()
                + "/there\r\nContent-Length: 3\r\n\r\nxyz");

    assertThat(text("http://" + first.at() + "/")).isEqualTo("hi");
    assertThat(last.requests.get(0)).startsWith("GET /there ").doesNotContain("Cookie");
  }

  @Test
  void asksNoProxy() throws IOException {
    RawServer server = serve(OK + "Content-Length: 2\r\n\r\nhi");
    System.setProperty("http.proxyHost", HERE);
    System.setProperty("http.proxyPort", "1");
    try {
      assertThat(text("http://" + server.at() + "/")).isEqualTo("hi");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  // --- sizes

  @Test
  void refusesFiveGigabytesAnnounced() throws IOException {
    RawServer server = serve(OK + "Content-Length: 5368709120\r\n\r\n", "x".repeat(100));
    assertRefused(
        "http://" + server.at() + "/",
        BlobErrorCode.TOO_LARGE,
        "5368709120",
        "1000000",
        SourcePolicy.MAX_BYTES);
  }

  @Test
  void refusesAnEndlessBody() throws IOException {
    String chunk = "10000\r\n" + "y".repeat(0x10000) + "\r\n";
    AtomicInteger sent = new AtomicInteger();
    RawServer server =
        talk(
            (in, out) -> {
              RawServer.send(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
              while (true) {
                RawServer.send(out, chunk);
                sent.incrementAndGet();
              }
            });
    assertRefused("http://" + server.at() + "/", BlobErrorCode.TOO_LARGE, "1000000");
    assertThat(sent.get()).as("chunks of 64 KiB").isLessThan(1000);
  }

  @Test
  void refusesAnEndlessBodyWithoutLength() throws IOException {
    RawServer server =
        talk(
            (in, out) -> {
              RawServer.send(out, OK + "Connection: close\r\n\r\n");
              while (true) {
                RawServer.send(out, "z".repeat(65536));
              }
            });
    assertRefused("http://" + server.at() + "/", BlobErrorCode.TOO_LARGE, "1000000");
  }

  @Test
  void takesExactlyAsMuchAsIsAllowed() throws IOException {
    String body = "b".repeat(1_000_000);
    RawServer exact = serve(OK + "Connection: close\r\n\r\n" + body);
    RawServer more = serve(OK + "Connection: close\r\n\r\n" + body + "b");

    assertThat(sources.read("http://" + exact.at() + "/", store).length()).isEqualTo(1_000_000);
    assertRefused("http://" + more.at() + "/", BlobErrorCode.TOO_LARGE, "1000000");
  }

  @Test
  void refusesEndlessHeaders() throws IOException {
    RawServer server =
        talk(
            (in, out) -> {
              RawServer.send(out, OK);
              while (true) {
                RawServer.send(out, "X-Filler: " + "f".repeat(8000) + "\r\n");
              }
            });
    assertRefused("http://" + server.at() + "/", BlobErrorCode.SOURCE_FAILED, server.at());
  }

  @Test
  void refusesAnEncodingThatWasNotAskedFor() throws IOException {
    RawServer server = serve(OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi");
    assertRefused("http://" + server.at() + "/", BlobErrorCode.SOURCE_FAILED, "encoding");
  }

  @Test
  void keepsNothingOfABodyThatBreaksOff() throws IOException {
    RawServer plain = serve(OK + "Content-Length: 100\r\n\r\nhello");
    RawServer chunked = serve(OK + "Transfer-Encoding: chunked\r\n\r\n64\r\nhello");
    assertRefused("http://" + plain.at() + "/", BlobErrorCode.SOURCE_FAILED, plain.at());
    assertRefused("http://" + chunked.at() + "/", BlobErrorCode.SOURCE_FAILED, chunked.at());
  }

  // --- times

  @Test
  void endsAConversationOfSingleBytes() throws IOException {
    configure(policy().totalTimeout(Duration.ofMillis(700)).readTimeout(Duration.ofSeconds(5)));
    RawServer body =
        talk((in, out) -> drip(out, OK + "Content-Length: 1000\r\n\r\n" + "s".repeat(1000)));
    RawServer head = talk((in, out) -> drip(out, OK + "X-Slow: " + "s".repeat(1000)));
    RawServer reply = talk((in, out) -> drip(out, "HTTP/1.1 200 " + "s".repeat(1000)));
    for (RawServer server : List.of(body, head, reply)) {
      assertRefused(
          "http://" + server.at() + "/",
          BlobErrorCode.SOURCE_TIMEOUT,
          "700 ms",
          SourcePolicy.TOTAL_TIMEOUT);
    }
  }

  private static void drip(OutputStream out, String text) throws Exception {
    int head = text.indexOf("ssss");
    RawServer.send(out, text.substring(0, head));
    for (char c : text.substring(head).toCharArray()) {
      RawServer.send(out, String.valueOf(c));
      Thread.sleep(30);
    }
  }

  @Test
  void countsAllRedirectsAsOneTime() throws IOException {
    configure(policy().totalTimeout(Duration.ofMillis(700)).maxRedirects(1000));
    RawServer[] self = new RawServer[1];
    self[0] =
        talk(
            (in, out) -> {
              Thread.sleep(100);
              RawServer.send(
                  out,
                  "HTTP/1.1 307 Again\r\nLocation: http://"
                      + self[0].at()
                      + "/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            });
    assertRefused(
        "http://" + self[0].at() + "/", BlobErrorCode.SOURCE_TIMEOUT, SourcePolicy.TOTAL_TIMEOUT);
  }

  @Test
  void doesNotWaitForAServerThatIsSilent() throws IOException {
    configure(policy().readTimeout(Duration.ofMillis(300)));
    RawServer silent = talk((in, out) -> Thread.sleep(60_000));
    RawServer stops =
        talk(
            (in, out) -> {
              RawServer.send(out, OK + "Content-Length: 10\r\n\r\nabc");
              Thread.sleep(60_000);
            });
    for (RawServer server : List.of(silent, stops)) {
      assertRefused(
          "http://" + server.at() + "/",
          BlobErrorCode.SOURCE_TIMEOUT,
          "300 ms",
          SourcePolicy.READ_TIMEOUT);
    }
  }

  // --- other answers

  @Test
  void saysWhatTheServerAnswered() throws IOException {
    for (String status : List.of("404 Not Found", "500 Oops", "206 Partial", "401 Who", "407 P")) {
      RawServer server = serve("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
      assertRefused(
          "http://" + server.at() + "/a.png?secret=" + PASSWORD,
          BlobErrorCode.SOURCE_FAILED,
          "/a.png?...",
          status.substring(0, 3));
    }
  }

  @Test
  void survivesGarbage() throws IOException {
    RawServer garbage = serve("\0\0\0 nonsense");
    RawServer nothing = serve();
    assertRefused("http://" + garbage.at() + "/", BlobErrorCode.SOURCE_FAILED, garbage.at());
    assertRefused("http://" + nothing.at() + "/", BlobErrorCode.SOURCE_FAILED, nothing.at());
    nothing.close();
    assertRefused("http://" + nothing.at() + "/", BlobErrorCode.SOURCE_FAILED, nothing.at());
    assertRefused("http://no-such-host.invalid/", BlobErrorCode.SOURCE_FAILED, "no address");
  }

  @Test
  void refusesMalformedUrlsAndCredentialsWithoutShowingThem() {
    assertRefused("http://", BlobErrorCode.MALFORMED_URI, "expected http://host");
    assertRefused("http:/host/a", BlobErrorCode.MALFORMED_URI, "//");
    assertRefused("http://host:99999/", BlobErrorCode.MALFORMED_URI, "port");
    assertRefused("http://a b/", BlobErrorCode.MALFORMED_URI);
    assertRefused("https://u:" + PASSWORD + "@h/a", BlobErrorCode.MALFORMED_URI, "user name");
    assertRefused("https://u:x/" + PASSWORD + "@h/a", BlobErrorCode.MALFORMED_URI, "https://h/a");
    assertRefused("http://h:x/?t=" + PASSWORD, BlobErrorCode.MALFORMED_URI, "http://h:x/?...");
  }

  @Test
  void anInterruptEndsAFetchCleanly() throws IOException {
    RawServer server = serve(OK + "Content-Length: 2\r\n\r\nhi");
    Thread.currentThread().interrupt();
    try {
      sources.read("http://" + server.at() + "/", store);
    } catch (BlobException e) {
      assertThat(e.code()).isIn(BlobErrorCode.SOURCE_FAILED, BlobErrorCode.SOURCE_TIMEOUT);
    } finally {
      Thread.interrupted();
    }
    assertThat(text("http://" + server.at() + "/")).isEqualTo("hi");
  }
}
