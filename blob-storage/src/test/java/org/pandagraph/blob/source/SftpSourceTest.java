/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.BlobErrorCode;

/** A real SFTP server on 127.0.0.1. */
class SftpSourceTest extends SourceTest {
  private static final String HERE = "127.0.0.1";

  @TempDir Path place;
  private SshServer server;
  private Path knownHosts;
  private String at;

  @BeforeEach
  void start() throws Exception {
    Path home = Files.createDirectories(place.resolve("home/sub"));
    Files.writeString(home.getParent().resolve("a.txt"), "hello");
    Files.writeString(home.resolve("with space*?.txt"), "odd");
    Files.write(home.getParent().resolve("large"), new byte[300_000]);
    KeyPair key = key();
    server = SshServer.setUpDefaultServer();
    server.setHost(HERE);
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("zoe") && password.equals(PASSWORD));
    server.setFileSystemFactory(new VirtualFileSystemFactory(place.resolve("home")));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.start();
    at = "zoe:" + PASSWORD + "@" + HERE + ":" + server.getPort();
    knownHosts = place.resolve("known_hosts");
    writeKnownHosts(key);
    configure(policy().knownHosts(knownHosts));
  }

  private static KeyPair key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private void writeKnownHosts(KeyPair key) throws IOException {
    Files.writeString(
        knownHosts,
        "["
            + HERE
            + "]:"
            + server.getPort()
            + " "
            + PublicKeyEntry.toString(key.getPublic())
            + "\n");
  }

  private static SourcePolicy.Builder policy() {
    return SourcePolicy.builder()
        .allowedHosts(List.of("*"))
        .allowedAddresses(List.of(HERE))
        .maxBytes(300_000);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  @Test
  void reads() throws IOException {
    assertThat(text("sftp://" + at + "/a.txt")).isEqualTo("hello");
    assertThat(text("sftp://" + at + "/~/a.txt")).isEqualTo("hello");
    assertThat(text("sftp://" + at + "/sub/with%20space*%3F.txt")).isEqualTo("odd");
    assertThat(sources.read("sftp://" + at + "/large", store).length()).isEqualTo(300_000);
  }

  @Test
  void isOffWithoutKnownHosts() {
    configure(policy());
    assertRefused(
        "sftp://" + at + "/a.txt",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "off",
        SourcePolicy.KNOWN_HOSTS);
    configure(policy().knownHosts(place.resolve("no-such-file")));
    assertRefused(
        "sftp://" + at + "/a.txt",
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "cannot be read",
        SourcePolicy.KNOWN_HOSTS);
  }

  @Test
  void refusesServersWithAnotherKeyOrNone() throws Exception {
    writeKnownHosts(key());
    assertRefused(
        "sftp://" + at + "/a.txt", BlobErrorCode.ADDRESS_NOT_ALLOWED, SourcePolicy.KNOWN_HOSTS);
    Files.writeString(knownHosts, "");
    assertRefused(
        "sftp://" + at + "/a.txt", BlobErrorCode.ADDRESS_NOT_ALLOWED, SourcePolicy.KNOWN_HOSTS);
    assertThat(knownHosts).isEmptyFile();
  }

  @Test
  void saysWhatTheServerRefused() {
    String place = HERE + ":" + server.getPort();
    assertRefused("sftp://" + at + "/no.txt", BlobErrorCode.SOURCE_FAILED, "no.txt", "status 2");
    assertRefused("sftp://" + at + "/sub", BlobErrorCode.SOURCE_FAILED, "regular file");
    assertRefused(
        "sftp://zoe:x" + PASSWORD + "@" + place + "/a.txt", BlobErrorCode.SOURCE_FAILED, "login");
    assertRefused("sftp://" + place + "/a.txt", BlobErrorCode.MALFORMED_URI, "user");
    assertRefused("sftp://zoe:x@" + HERE + ":1/a", BlobErrorCode.SOURCE_FAILED, HERE);
  }

  @Test
  void isBounded() {
    configure(policy().knownHosts(knownHosts).maxBytes(299_999));
    assertRefused("sftp://" + at + "/large", BlobErrorCode.TOO_LARGE, "300000");
  }

  @Test
  void refusesHostsAndAddresses() {
    configure(SourcePolicy.builder().allowedHosts(List.of("*")).knownHosts(knownHosts));
    assertRefused("sftp://" + at + "/a.txt", BlobErrorCode.ADDRESS_NOT_ALLOWED, HERE);
    configure(SourcePolicy.builder().allowedHosts(List.of("a.b")).knownHosts(knownHosts));
    assertRefused("sftp://" + at + "/a.txt", BlobErrorCode.ADDRESS_NOT_ALLOWED, "a.b");
  }

  @Test
  void endsAServerThatDripsOrIsSilent() throws IOException {
    try (RawServer drips =
            new RawServer(
                HERE,
                (in, out) -> {
                  while (true) {
                    RawServer.send(out, "S");
                    Thread.sleep(20);
                  }
                });
        RawServer silent = new RawServer(HERE, (in, out) -> Thread.sleep(60_000))) {
      configure(
          policy()
              .knownHosts(knownHosts)
              .totalTimeout(Duration.ofMillis(600))
              .readTimeout(Duration.ofSeconds(5)));
      assertRefused(
          "sftp://zoe:x@" + drips.at() + "/a",
          BlobErrorCode.SOURCE_TIMEOUT,
          SourcePolicy.TOTAL_TIMEOUT);
      configure(policy().knownHosts(knownHosts).readTimeout(Duration.ofMillis(300)));
      assertRefused(
          "sftp://zoe:x@" + silent.at() + "/a",
          BlobErrorCode.SOURCE_TIMEOUT,
          SourcePolicy.READ_TIMEOUT);
    }
  }
}
