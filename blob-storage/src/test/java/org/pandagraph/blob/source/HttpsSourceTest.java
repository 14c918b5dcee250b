/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.BlobErrorCode;

class HttpsSourceTest extends SourceTest {
  @TempDir Path place;
  private HttpsServer server;
  private TestCertificate certificate;

  @BeforeEach
  void start() throws Exception {
    certificate = TestCertificate.make(place, "dns:pictures.example");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.createContext(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 6);
          exchange.getResponseBody().write("secure".getBytes(UTF_8));
          exchange.close();
        });
    server.createContext(
        "/down",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://pictures.example/a");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void trust(TlsTrust trust) {
    SourcePolicy policy =
        SourcePolicy.builder()
            .allowedHosts(List.of("*"))
            .allowedAddresses(List.of("127.0.0.1"))
            .build();
    use(
        new StandardBlobSources(
            policy, host -> List.of(InetAddress.getByName("127.0.0.1")), trust));
  }

  private String url(String host, String path) {
    return "https://" + host + ":" + server.getAddress().getPort() + path;
  }

  @Test
  void reads() throws Exception {
    trust(certificate.trust());
    assertThat(text(url("pictures.example", "/a"))).isEqualTo("secure");
  }

  @Test
  void refusesAnUnknownIssuerAndAnotherName() throws Exception {
    trust(null);
    assertRefused(url("pictures.example", "/a"), BlobErrorCode.SOURCE_FAILED, "no trusted, secure");
    trust(certificate.trust());
    assertRefused(url("other.example", "/a"), BlobErrorCode.SOURCE_FAILED, "no trusted, secure");
  }

  @Test
  void refusesRedirectsToPlainHttp() throws Exception {
    trust(certificate.trust());
    assertRefused(
        url("pictures.example", "/down"), BlobErrorCode.ADDRESS_NOT_ALLOWED, "from https to http");
  }
}
