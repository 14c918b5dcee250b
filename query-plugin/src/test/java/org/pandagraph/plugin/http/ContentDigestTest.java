/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers with a digest, and with what only looks like one. */
class ContentDigestTest {
  private static final byte[] BYTES =
      "thirty-two bytes, as SHA-256 has".getBytes(StandardCharsets.US_ASCII);
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);
  private static final String OTHER = Base64.getEncoder().encodeToString(new byte[32]);

  private static String header(String text) {
    return text.replace("DIGEST", ":" + BASE64 + ":").replace("OTHER", ":" + OTHER + ":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256=DIGEST",
        " sha-256=DIGEST ",
        "SHA-256=DIGEST",
        "sha-256=DIGEST;a=1;b=\"x,y\"",
        "md5=:AAAA:, sha-256=DIGEST",
        "sha-512=:x:,\tsha-256=DIGEST,unixsum=30637",
        "sha-256=OTHER, sha-256=DIGEST",
        "a=\"sha-256=OTHER, sha-256=x\", sha-256=DIGEST, b=\"\\\", sha-256=OTHER\"",
        "a=(\"x\" \"y\"), sha-256=DIGEST"
      })
  void announced(String text) {
    assertThat(ContentDigest.sha256(header(text)).orElseThrow()).isEqualTo(BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "md5=:AAAA:",
        "sha-512=DIGEST",
        "xsha-256=DIGEST",
        "sha-2560=DIGEST",
        "x;sha-256=DIGEST",
        "a=\", sha-256=DIGEST\""
      })
  void otherAlgorithms(String text) {
    assertThat(ContentDigest.sha256(header(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256",
        "sha-256;a=1",
        "sha-256=",
        "sha-256=::",
        "sha-256=:AAAA:",
        "sha-256=:AAAA",
        "sha-256=AAAA:",
        "sha-256=\"DIGEST\"",
        "sha-256=:.:",
        "sha-256=DIGEST x",
        "sha-256=DIGESTDIGEST",
        "sha-256 = DIGEST",
        "sha-256=(DIGEST)",
        "Sha-256=?1",
        "sha-256=x, sha-256=DIGEST",
        "sha-256=DIGEST, sha-256=x",
        "a=\", sha-256=DIGEST"
      })
  void malformed(String text) {
    assertThatThrownBy(() -> ContentDigest.sha256(header(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void ofAnotherLength(int length) {
    String base64 = Base64.getEncoder().encodeToString(new byte[length]);
    assertThatThrownBy(() -> ContentDigest.sha256("sha-256=:" + base64 + ":"))
        .hasMessageContaining("not " + length);
  }
}
