/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.BlobErrorCode;

/** Which hosts and addresses are connected to, redirected to or not. */
class HttpAddressTest extends HttpTestCase {
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
}
