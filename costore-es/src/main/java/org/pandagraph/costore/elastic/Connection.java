/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.HttpAsyncResponseConsumerFactory.HeapBufferedResponseConsumerFactory;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Makes the client that a configuration asks for. */
final class Connection {
  /** No answer of ours is nearly as long; what is, is none. */
  private static final int MOST_ANSWER = 64 << 20;

  private Connection() {}

  static RestClient open(ElasticsearchConfig config) {
    RestClientBuilder builder =
        RestClient.builder(
                config.hosts().stream()
                    .map(uri -> new HttpHost(uri.getHost(), uri.getPort(), uri.getScheme()))
                    .toArray(HttpHost[]::new))
            .setDefaultHeaders(headers(config));
    Optional<SSLContext> tls = config.certificateAuthority().map(Connection::trusting);
    builder.setHttpClientConfigCallback(
        http -> {
          http.setMaxConnTotal(config.connections())
              .setMaxConnPerRoute(config.connections())
              .setUserAgent("pandagraph");
          tls.ifPresent(http::setSSLContext);
          return http;
        });
    return builder.build();
  }

  private static Header[] headers(ElasticsearchConfig config) {
    Optional<String> credentials =
        config
            .apiKey()
            .map(key -> "ApiKey " + key)
            .or(() -> config.username().map(user -> basic(user, config.password().orElse(""))));
    return credentials
        .map(value -> new Header[] {new BasicHeader("Authorization", value)})
        .orElse(new Header[0]);
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static SSLContext trusting(Path authorities) {
    try (InputStream in = Files.newInputStream(authorities)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      if (number == 0) {
        throw new IllegalArgumentException("no certificate in " + authorities);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the certificate authorities cannot be read from " + authorities + ": " + e.getMessage(),
          e);
    }
  }

  static RequestOptions options(ElasticsearchConfig config, Duration atMost) {
    return RequestOptions.DEFAULT.toBuilder()
        .setHttpAsyncResponseConsumerFactory(new HeapBufferedResponseConsumerFactory(MOST_ANSWER))
        .setRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setConnectionRequestTimeout(Math.toIntExact(atMost.toMillis()))
                .setSocketTimeout(Math.toIntExact(atMost.toMillis()))
                .build())
        .build();
  }
}
