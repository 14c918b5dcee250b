/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.BlobErrorCode;

/** A real FTP server on 127.0.0.1. */
class FtpSourceTest extends SourceTest {
  private static final String HERE = "127.0.0.1";

  @TempDir Path place;
  private FtpServer server;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(place.resolve("home/sub"));
    Files.writeString(place.resolve("home/a.txt"), "hello");
    Files.writeString(place.resolve("home/sub/with space?.txt"), "odd");
    byte[] bytes = new byte[300_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    Files.write(place.resolve("home/large"), bytes);
    configure(policy());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static SourcePolicy.Builder policy() {
    return SourcePolicy.builder()
        .allowedHosts(List.of("*"))
        .allowedAddresses(List.of(HERE))
        .maxBytes(300_000);
  }

  /**
   * @return its port
   */
  private int start(TestCertificate certificate) throws Exception {
    ListenerFactory listeners = new ListenerFactory();
    listeners.setServerAddress(HERE);
    listeners.setPort(0);
    if (certificate != null) {
      SslConfigurationFactory tls = new SslConfigurationFactory();
      tls.setKeystoreFile(certificate.file().toFile());
      tls.setKeystoreType("PKCS12");
      tls.setKeystorePassword(TestCertificate.STORE_PASSWORD);
      tls.setSslProtocol("TLSv1.2");
      listeners.setSslConfiguration(tls.createSslConfiguration());
    }
    FtpServerFactory factory = new FtpServerFactory();
    Listener listener = listeners.createListener();
    factory.addListener("default", listener);
    for (String name : List.of("anonymous", "zoe@example")) {
      BaseUser user = new BaseUser();
      user.setName(name);
      user.setPassword(PASSWORD);
      user.setHomeDirectory(place.resolve("home").toString());
      factory.getUserManager().save(user);
    }
    server = factory.createServer();
    server.start();
    return listener.getPort();
  }

  @Test
  void readsAnonymouslyAndWithAPassword() throws Exception {
    int port = start(null);
    String at = HERE + ":" + port;
    assertThat(text("ftp://" + at + "/a.txt")).isEqualTo("hello");
    assertThat(text("FTP://zoe%40example:" + PASSWORD + "@" + at + "/a.txt")).isEqualTo("hello");
    assertThat(text("ftp://" + at + "/sub/with%20space%3F.txt")).isEqualTo("odd");
    assertThat(text("ftp://" + at + "/sub/with space?.txt")).isEqualTo("odd");
    assertThat(bytes(sources.read("ftp://" + at + "/large", store)))
        .isEqualTo(Files.readAllBytes(place.resolve("home/large")));
  }

  @Test
  void saysWhatTheServerRefused() throws Exception {
    int port = start(null);
    String at = HERE + ":" + port;
    assertRefused("ftp://" + at + "/no.txt", BlobErrorCode.SOURCE_FAILED, "no.txt", "reply 550");
    assertRefused("ftp://" + at + "/sub", BlobErrorCode.SOURCE_FAILED, "reply 550");
    assertRefused("ftp://" + at + "/sub/", BlobErrorCode.MALFORMED_URI, "directory");
    assertRefused(
        "ftp://zoe%40example:x" + PASSWORD + "@" + at + "/a.txt",
        BlobErrorCode.SOURCE_FAILED,
        "login",
        "reply 530");
    assertRefused("ftp://" + at + "/a%0d%0aDELE%20a.txt", BlobErrorCode.MALFORMED_URI, "control");
    assertRefused("ftp://u%0a:p@" + at + "/a.txt", BlobErrorCode.MALFORMED_URI, "control");
    assertRefused("ftp://" + HERE + ":1/a", BlobErrorCode.SOURCE_FAILED, HERE);
  }

  @Test
  void isBounded() throws Exception {
    configure(policy().maxBytes(299_999));
    int port = start(null);
    assertRefused("ftp://" + HERE + ":" + port + "/large", BlobErrorCode.TOO_LARGE, "300000");
  }

  @Test
  void refusesHostsAndAddresses() {
    configure(SourcePolicy.builder().allowedHosts(List.of("*")));
    assertRefused("ftp://localhost/a", BlobErrorCode.ADDRESS_NOT_ALLOWED, "127.0.0.1");
    assertRefused("ftps://[::1]/a", BlobErrorCode.ADDRESS_NOT_ALLOWED);
    configure(SourcePolicy.builder());
    assertRefused("ftp://example.org/a", BlobErrorCode.ADDRESS_NOT_ALLOWED, "off");
  }

  @Test
  void readsOverTls() throws Exception {
    TestCertificate certificate = TestCertificate.make(place, "dns:files.example");
    int port = start(certificate);
    trust(certificate.trust());
    String at = "files.example:" + port;
    assertThat(text("ftps://" + at + "/a.txt")).isEqualTo("hello");
    assertThat(bytes(sources.read("ftps://" + at + "/large", store)))
        .isEqualTo(Files.readAllBytes(place.resolve("home/large")));

    assertRefused("ftps://other.example:" + port + "/a.txt", BlobErrorCode.SOURCE_FAILED, "secure");
    trust(null);
    assertRefused("ftps://" + at + "/a.txt", BlobErrorCode.SOURCE_FAILED, "secure");
  }

  private void trust(TlsTrust trust) {
    use(
        new StandardBlobSources(
            policy().build(), host -> List.of(InetAddress.getByName(HERE)), trust));
  }

  /** The server names another machine for its data: an old trick to have others scan ports. */
  @Test
  void takesDataFromTheServerItAskedOnly() throws Exception {
    try (ServerSocket data = new ServerSocket(0, 5, InetAddress.getByName(HERE));
        RawServer control = scripted(data, "10,0,0,1", true)) {
      assertThat(text("ftp://" + control.at() + "/x")).isEqualTo("data");
    }
  }

  @Test
  void keepsNothingOfATransferThatTheServerDidNotFinish() throws Exception {
    try (ServerSocket data = new ServerSocket(0, 5, InetAddress.getByName(HERE));
        RawServer control = scripted(data, "127,0,0,1", false)) {
      assertRefused(
          "ftp://" + control.at() + "/x", BlobErrorCode.SOURCE_FAILED, "broke", "reply 426");
    }
  }

  @Test
  void endsAServerThatNeverFinishesALine() throws Exception {
    configure(policy().totalTimeout(Duration.ofMillis(600)).readTimeout(Duration.ofSeconds(5)));
    try (RawServer control =
        new RawServer(
            HERE,
            (in, out) -> {
              while (true) {
                RawServer.send(out, "2");
                Thread.sleep(20);
              }
            })) {
      assertRefused(
          "ftp://" + control.at() + "/x",
          BlobErrorCode.SOURCE_TIMEOUT,
          "600 ms",
          SourcePolicy.TOTAL_TIMEOUT);
    }
  }

  @Test
  void doesNotWaitForASilentServer() throws Exception {
    configure(policy().readTimeout(Duration.ofMillis(300)).connectTimeout(Duration.ofMillis(400)));
    try (RawServer never = new RawServer(HERE, (in, out) -> Thread.sleep(60_000));
        RawServer stops =
            new RawServer(
                HERE,
                (in, out) -> {
                  RawServer.send(out, "220 hello\r\n");
                  Thread.sleep(60_000);
                })) {
      assertRefused(
          "ftp://" + never.at() + "/x",
          BlobErrorCode.SOURCE_TIMEOUT,
          "400 ms",
          SourcePolicy.CONNECT_TIMEOUT);
      assertRefused(
          "ftp://" + stops.at() + "/x",
          BlobErrorCode.SOURCE_TIMEOUT,
          "300 ms",
          SourcePolicy.READ_TIMEOUT);
    }
  }

  private static RawServer scripted(ServerSocket data, String namedAddress, boolean finishes)
      throws IOException {
    int port = data.getLocalPort();
    String passive = "227 (" + namedAddress + "," + port / 256 + "," + port % 256 + ")\r\n";
    return new RawServer(
        HERE,
        (in, out) -> {
          RawServer.send(out, "220 hello\r\n");
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" ")[0];
            switch (command) {
              case "USER" -> RawServer.send(out, "331 password?\r\n");
              case "PASS" -> RawServer.send(out, "230 in\r\n");
              case "TYPE" -> RawServer.send(out, "200 ok\r\n");
              case "SIZE" -> RawServer.send(out, "502 no\r\n");
              case "PASV" -> RawServer.send(out, passive);
              case "RETR" -> {
                RawServer.send(out, "150 coming\r\n");
                try (Socket connection = data.accept()) {
                  connection.getOutputStream().write("data".getBytes(UTF_8));
                }
                RawServer.send(out, finishes ? "226 done\r\n" : "426 aborted\r\n");
              }
              default -> RawServer.send(out, "502 no\r\n");
            }
          }
        });
  }
}
