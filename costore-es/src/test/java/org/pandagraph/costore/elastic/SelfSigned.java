/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that signed itself, made by the JDK's keytool. */
final class SelfSigned {
  private static final String PASSWORD = "changeit";

  private final KeyStore keys;
  private final Path pem;

  private SelfSigned(KeyStore keys, Path pem) {
    this.keys = keys;
    this.pem = pem;
  }

  /**
   * @param names such as {@code ip:127.0.0.1}
   */
  static SelfSigned make(Path directory, String names) throws Exception {
    Path file = directory.resolve(names.replaceAll("\\W", "-") + ".p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", "test", "-dname", "CN=test"));
    command.addAll(List.of("-ext", "san=" + names, "-validity", "30", "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process keytool = builder.start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Path pem = directory.resolve(file.getFileName() + ".pem");
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("test").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return new SelfSigned(keys, pem);
  }

  /** The certificate, for those who trust it. */
  Path pem() {
    return pem;
  }

  /** For a server that shows it. */
  SSLContext server() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
