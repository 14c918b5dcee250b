/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.wire.Priority;

class AipmClientConfigTest {
  @Test
  void hasTheseDefaults() {
    AipmClientConfig c = AipmClientConfig.builder().build();
    assertThat(c.url()).isEqualTo(URI.create("http://127.0.0.1:7690"));
    assertThat(c.token()).isNull();
    assertThat(c.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(c.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(c.catalogueTtl()).isEqualTo(Duration.ofSeconds(60));
    assertThat(c.restAfterFailure()).isEqualTo(Duration.ofSeconds(2));
    assertThat(c.priority()).isEqualTo(Priority.INTERACTIVE);
    assertThat(c.maxBatchCount()).isEqualTo(64);
    assertThat(c.maxBatchBytes()).isEqualTo(64L << 20);
    assertThat(c.maxAnswerBytes()).isEqualTo(64L << 20);
    assertThat(c.maxUploads()).isEqualTo(4);
  }

  @Test
  void refusesWhatCannotWork() {
    AipmClientConfig.Builder b = AipmClientConfig.builder();
    for (String url : new String[] {"ftp://a", "127.0.0.1:7690", "http:///x", "http://u:p@h/"}) {
      assertThatThrownBy(() -> b.url(URI.create(url.contains("://") ? url : "x:" + url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("http://host:port");
    }
    assertThatThrownBy(() -> b.timeout(Duration.ZERO)).hasMessageContaining("timeout");
    assertThatThrownBy(() -> b.maxBatchCount(0)).hasMessageContaining("between 1 and 1024");
  }
}
