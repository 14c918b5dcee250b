/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePolicyTest {
  @Test
  void allowsNothingByDefault() {
    SourcePolicy policy = SourcePolicy.builder().build();

    assertThat(policy.importDirectory()).isEmpty();
    assertThat(policy.additionalRoots()).isEmpty();
    assertThat(policy.allowsHost("example.org")).isFalse();
    assertThat(policy.allowedAddresses()).isEmpty();
    assertThat(policy.maxBytes()).isEqualTo(1L << 30);
    assertThat(policy.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(policy.readTimeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(policy.totalTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(policy.maxRedirects()).isEqualTo(5);
    assertThat(policy.knownHosts()).isEmpty();
  }

  @Test
  void knowsHostsByPattern() {
    SourcePolicy policy =
        SourcePolicy.builder()
            .allowedHosts(
                List.of("Example.org", "*.example.com", "bücher.example", "192.0.2.7", "::1"))
            .build();

    assertThat(policy.allowsHost("example.org")).isTrue();
    assertThat(policy.allowsHost("EXAMPLE.ORG.")).isTrue();
    assertThat(policy.allowsHost("a.example.org")).isFalse();
    assertThat(policy.allowsHost("example.org.evil.test")).isFalse();
    assertThat(policy.allowsHost("a.example.com")).isTrue();
    assertThat(policy.allowsHost("a.b.example.com")).isTrue();
    assertThat(policy.allowsHost("example.com")).isFalse();
    assertThat(policy.allowsHost("evilexample.com")).isFalse();
    assertThat(policy.allowsHost("xn--bcher-kva.example")).isTrue();
    assertThat(policy.allowsHost("192.0.2.7")).isTrue();
    assertThat(policy.allowsHost("192.0.2.8")).isFalse();
    assertThat(policy.allowsHost("::1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://example.org", "example.org:80", "a/b", "a*.example.org", "**", "a b"})
  void refusesWhatIsNoHostPattern(String text) {
    assertThatThrownBy(() -> SourcePolicy.builder().allowedHosts(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SourcePolicy.ALLOWED_HOSTS)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    SourcePolicy.Builder builder = SourcePolicy.builder();
    assertThatThrownBy(() -> builder.maxBytes(-1)).hasMessageContaining(SourcePolicy.MAX_BYTES);
    assertThatThrownBy(() -> builder.maxRedirects(-1))
        .hasMessageContaining(SourcePolicy.MAX_REDIRECTS);
    assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO))
        .hasMessageContaining(SourcePolicy.CONNECT_TIMEOUT);
    assertThatThrownBy(() -> builder.readTimeout(Duration.ofDays(30)))
        .hasMessageContaining(SourcePolicy.READ_TIMEOUT);
    assertThatThrownBy(() -> builder.totalTimeout(Duration.ofSeconds(-1)))
        .hasMessageContaining(SourcePolicy.TOTAL_TIMEOUT);
    assertThatThrownBy(() -> builder.allowedAddresses(List.of("10.0.0.0/99")))
        .hasMessageContaining("10.0.0.0/99");
  }
}
