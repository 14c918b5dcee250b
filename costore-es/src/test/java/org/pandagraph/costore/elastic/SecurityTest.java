/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.servers.FaultyProxy;

/** TLS and credentials: a real server behind a proxy that speaks HTTPS and asks who is there. */
@Timeout(300)
class SecurityTest {
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("ann:s\u00e4cret".getBytes(StandardCharsets.UTF_8));

  @TempDir Path directory;

  private SelfSigned certificate;
  private FaultyProxy proxy;

  @BeforeEach
  void start() throws Exception {
    certificate = SelfSigned.make(directory, "ip:127.0.0.1");
    proxy = FaultyProxy.https(RealElasticsearch.server().url(), certificate.server());
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  /** Nothing was built there: whoever comes through is told so. */
  private CoStoreHealth health(UnaryOperator<ElasticsearchConfig.Builder> with) {
    ElasticsearchConfig.Builder config = ElasticsearchConfig.builder(proxy.url(), "security");
    try (CoStore store = ElasticsearchCoStore.open(with.apply(config).build())) {
      return store.health();
    }
  }

  private void comesThrough(UnaryOperator<ElasticsearchConfig.Builder> with) {
    CoStoreHealth health = health(with);
    assertThat(health.problem()).as(health.message()).contains(CoStoreErrorCode.INDEX_GONE);
  }

  private void isRefused(UnaryOperator<ElasticsearchConfig.Builder> with) {
    CoStoreHealth health = health(with);
    assertThat(health.problem()).as(health.message()).contains(CoStoreErrorCode.NOT_AUTHORISED);
    assertThat(health.message()).doesNotContain("cret").doesNotContain("a-key");
  }

  @Test
  void trustsTheAuthorityItIsGivenAndNoOther() throws Exception {
    comesThrough(config -> config.certificateAuthority(certificate.pem()));
    isRefused(config -> config);
    Path other = SelfSigned.make(directory, "dns:localhost").pem();
    isRefused(config -> config.certificateAuthority(other));
  }

  @Test
  void refusesAHostThatIsNotTheOneOfItsCertificate() throws Exception {
    proxy.close();
    SelfSigned elsewhere = SelfSigned.make(directory, "dns:elsewhere.example");
    proxy = FaultyProxy.https(RealElasticsearch.server().url(), elsewhere.server());

    isRefused(config -> config.certificateAuthority(elsewhere.pem()));
  }

  @Test
  void saysWhoItIs() {
    proxy.requireAuthorization(BASIC);
    comesThrough(c -> trusting(c).basicAuthentication("ann", "s\u00e4cret"));
    isRefused(c -> trusting(c).basicAuthentication("ann", "cret"));
    isRefused(this::trusting);

    proxy.requireAuthorization("ApiKey a-key");
    comesThrough(c -> trusting(c).apiKey("a-key").basicAuthentication("ann", "s\u00e4cret"));
    isRefused(c -> trusting(c).apiKey("a-key2"));
  }

  private ElasticsearchConfig.Builder trusting(ElasticsearchConfig.Builder config) {
    return config.certificateAuthority(certificate.pem());
  }
}
