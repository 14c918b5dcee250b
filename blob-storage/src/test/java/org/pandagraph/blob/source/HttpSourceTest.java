/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/** Real servers on 127.0.0.2, which is allowed here; 127.0.0.1 and all else local is not. */
class HttpSourceTest extends SourceTest {
  private static final String HERE = "127.0.0.2";
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final List<RawServer> servers = new ArrayList<>();

  @BeforeEach
  void allowHere() {
    configure(policy());
  }

  private static SourcePolicy.Builder policy() {
    return SourcePolicy.builder()
        .allowedHosts(List.of("*"))
        .allowedAddresses(List.of(HERE))
        .maxBytes(1_000_000);
  }

  @AfterEach
  void stop() throws IOException {
    for (RawServer server : servers) {
      server.close();
    }
  }

  private RawServer serve(String... answer) throws IOException {
    RawServer server = RawServer.http(HERE, answer);
    servers.add(server);
    return server;
  }

  private RawServer talk(RawServer.Talk talk) throws IOException {
    RawServer server = new RawServer(HERE, talk);
    servers.add(server);
    return server;
  }

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

  // --- hosts and addresses

  @Test
  void refusesEveryHostUntilSomeAreAllowed() {
    configure(SourcePolicy.builder());
    assertRefused(
        "https://example.org/a.png",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "example.org",
        "URL literals are off",
        SourcePolicy.ALLOWED_HOSTS);
  }

  @Test
  void refusesHostsThatAreNotListed() {
    configure(policy().allowedHosts(List.of("example.org", "*.example.com")));
    assertRefused(
        "https://user.invalid/a.png",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "user.invalid",
        "example.org, *.example.com",
        SourcePolicy.ALLOWED_HOSTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "LOCALHOST",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12::1]",
        "[fec0::1]",
        "[ff02::1]",
        "169.254.169.254",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "%31%32%37.0.0.1",
        "①②⑦.0.0.1"
      })
  void refusesWhatIsNotPublic(String host) {
    for (String uri : List.of("http://" + host + "/", "ftp://" + host + "/a")) {
      assertRefused(uri, BlobErrorCode.ADDRESS_NOT_ALLOWED, SourcePolicy.ALLOWED_ADDRESSES);
    }
  }

  @Test
  void saysWhichAddressIsNotPublic() {
    assertRefused(
        "http://localhost:1/",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "localhost",
        "127.0.0.1",
        "[127.0.0.2]",
        SourcePolicy.ALLOWED_ADDRESSES);
    assertRefused("http://[::1]:1/", BlobErrorCode.ADDRESS_NOT_ALLOWED, "0:0:0:0:0:0:0:1");
    assertRefused("http://169.254.169.254/", BlobErrorCode.ADDRESS_NOT_ALLOWED, "169.254.169.254");
    assertRefused("http://2130706433/", BlobErrorCode.ADDRESS_NOT_ALLOWED, "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost:1/",
        "http://[::1]:1/",
        "http://[::ffff:127.0.0.1]:1/",
        "http://169.254.169.254/latest/meta-data/",
        "//10.0.0.1/",
        "https://192.168.0.1/"
      })
  void refusesRedirectsToWhatIsNotPublic(String target) throws IOException {
    RawServer server =
        serve("HTTP/1.1 301 Moved\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");
    assertRefused(
        "http://" + server.at() + "/",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "not a public address",
        SourcePolicy.ALLOWED_ADDRESSES);
  }

  @Test
  void refusesRedirectsToHostsThatAreNotListed() throws IOException {
    configure(policy().allowedHosts(List.of(HERE)));
    RawServer server =
        serve("HTTP/1.1 301 Moved\r\nLocation: http://example.org/\r\nContent-Length: 0\r\n\r\n");
    assertRefused(
        "http://" + server.at() + "/",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "example.org",
        SourcePolicy.ALLOWED_HOSTS);
  }

  @Test
  void refusesRedirectsToOtherSchemesAndNowhere() throws IOException {
    for (String location : List.of("Location: ftp://a/", "Location: file:///etc/passwd", "X: y")) {
      RawServer server = serve("HTTP/1.1 302 Found\r\n" + location + "\r\n\r\n");
      assertRefused("http://" + server.at() + "/", BlobErrorCode.SOURCE_FAILED, "redirects");
    }
  }

  @Test
  void refusesRedirectsWithoutEnd() throws IOException {
    RawServer server = serve("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n");
    assertRefused(
        "http://" + server.at() + "/",
        BlobErrorCode.SOURCE_FAILED,
        "more than 5 times",
        SourcePolicy.MAX_REDIRECTS);
    assertThat(server.requests).hasSize(6);
  }

  @Test
  void looksUpOnceSoThatANameCannotChangeItsAddress() throws IOException {
    RawServer good = serve(OK + "Content-Length: 4\r\n\r\ngood");
    AtomicInteger asked = new AtomicInteger();
    use(
        new StandardBlobSources(
            policy().build(),
            host ->
                List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? HERE : "127.0.0.1")),
            null));

    assertThat(text("http://rebinding.example:" + good.port() + "/")).isEqualTo("good");
    assertThat(asked).hasValue(1);
    assertRefused(
        "http://rebinding.example:" + good.port() + "/",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "rebinding.example is at 127.0.0.1");
  }

  @Test
  void refusesAHostWithOneAddressThatIsNotPublic() {
    use(
        new StandardBlobSources(
            policy().build(),
            host -> List.of(InetAddress.getByName(HERE), InetAddress.getByName("10.0.0.1")),
            null));
    assertRefused("http://mixed.example/", BlobErrorCode.ADDRESS_NOT_ALLOWED, "10.0.0.1");
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
