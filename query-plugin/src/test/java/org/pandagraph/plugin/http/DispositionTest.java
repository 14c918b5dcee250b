/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"image/png", "image/jpeg", "image/webp", "audio/mpeg", "video/mp4", "text/plain"})
  void isShown(String type) {
    assertThat(Disposition.of(type, null, "x")).isEqualTo("inline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/svg+xml",
        "text/html",
        "application/xhtml+xml",
        "application/xml",
        "text/xml",
        "application/pdf",
        "application/javascript",
        "application/octet-stream",
        "video/x+xml"
      })
  void isSaved(String type) {
    assertThat(Disposition.of(type, null, "abc")).isEqualTo("attachment; filename=\"abc\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "photo.jpg | filename=\"photo.jpg\"",
        "a b.jpg | filename=\"a b.jpg\"",
        "../../etc/passwd | filename=\"etcpasswd\"",
        "C:\\evil.exe | filename=\"Cevil.exe\"",
        ".htaccess | filename=\"htaccess\"",
        "名.png | filename=\"_.png\"; filename*=UTF-8''%E5%90%8D.png",
        "100%.png | filename=\"100_.png\"; filename*=UTF-8''100%25.png",
        "... | filename=\"other\"",
        "'' | filename=\"other\""
      })
  void theNameIsOnlyAName(String asked, String expected) {
    assertThat(Disposition.of("image/png", asked, "other")).isEqualTo("attachment; " + expected);
  }

  @Test
  void nothingGetsOutOfTheHeader() {
    String header =
        Disposition.of("image/png", "a\r\nSet-Cookie: x\"; b\u202Egpj.exe\u0000\uD800", "other");
    assertThat(header).isEqualTo("attachment; filename=\"aSet-Cookie x; bgpj.exe\"");
    assertThat(Disposition.of("image/png", "x".repeat(5_000), "other").length())
        .isLessThan(Disposition.MAX_NAME + 30);
  }
}
