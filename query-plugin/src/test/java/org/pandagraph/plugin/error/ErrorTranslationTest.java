/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

class ErrorTranslationTest {
  private static final String URL = "http://127.0.0.1:7690";

  private final ErrorTranslation errors = new ErrorTranslation(URL);

  @ParameterizedTest
  @EnumSource(BlobErrorCode.class)
  void keepsWhoseFaultABlobErrorIs(BlobErrorCode code) {
    BlobException cause = new BlobException(code, "what happened");
    CypherPlusError error = ErrorTranslation.of(cause);
    assertThat(error.code().fault().name()).isEqualTo(code.fault().name());
    assertThat(error.problem()).isEqualTo("what happened");
    assertThat(error).hasCause(cause);
    assertThat(error.offset()).isEqualTo(CypherPlusError.NO_OFFSET);
  }

  @ParameterizedTest
  @EnumSource(AipmErrorCode.class)
  void keepsWhoseFaultAnAipmErrorIsAndNamesTheService(AipmErrorCode code) {
    CypherPlusError error = errors.of(new AipmException(code, "what happened"));
    assertThat(error.code().fault().name()).isEqualTo(code.fault().name());
    assertThat(error.problem()).contains("what happened");
    assertThat(error.problem().contains(URL)).isEqualTo(code.fault() != AipmErrorCode.Fault.USER);
  }

  @ParameterizedTest
  @EnumSource(
      value = AipmErrorCode.class,
      names = {"UNAVAILABLE", "TIMEOUT"})
  void namesTheServiceOnce(AipmErrorCode code) {
    CypherPlusError error = errors.of(new AipmException(code, "no answer from " + URL));
    assertThat(error.problem()).isEqualTo("no answer from " + URL);
  }
}
