/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.blob.BlobErrorCode;

class Base64SourceTest extends SourceTest {
  @Test
  void decodes() throws IOException {
    assertThat(text("base64://aGk=")).isEqualTo("hi");
    assertThat(text("BASE64://dGhpcyBpcyBhbiBleGFtcGxl")).isEqualTo("this is an example");
    assertThat(sources.read("base64://", store).length()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          base64://aGk,    groups of four
          base64://aGk*,   not '*'
          base64://aG k,   white space
          base64://aGk=aGk=, only at its end
          base64://====,   at most two
          base64://aGk-,   not '-'
          base64://😀,      not '😀'
          base64:aGk=,     '//'
          """)
  void saysWhatIsMalformed(String uri, String expected) {
    assertRefused(uri, BlobErrorCode.MALFORMED_URI, expected.replace("'//'", "//"));
  }

  @Test
  void isBounded() throws IOException {
    configure(SourcePolicy.builder().maxBytes(2));
    assertThat(text("base64://aGk=")).isEqualTo("hi");
    assertRefused("base64://aGlj", BlobErrorCode.TOO_LARGE, SourcePolicy.MAX_BYTES);
  }
}
