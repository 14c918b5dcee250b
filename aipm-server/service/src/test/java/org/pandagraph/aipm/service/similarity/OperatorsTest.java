/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.aipm.service.FakeModel;
import org.pandagraph.aipm.service.RunningService;

class OperatorsTest {
  @TempDir static Path directory;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        new RunningService(
            RunningService.small(directory.resolve("cache"), "secret"), new FakeModel());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode result(String operator, String left, String right, String more) {
    return service
        .results(
            "/v1/operators/" + operator,
            "{\"left\":[" + left + "],\"right\":[" + right + "]" + more + "}")
        .get(0);
  }

  /** A content whose elements are its letters. */
  private static String blob(String text) {
    return "{\"type\":\"text/plain\",\"base64\":\""
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\"}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "compare      | 'abc'      | 'abc'      | 1.0",
        "compare      | null       | 'abc'      | null",
        "compare      | ['x','ab'] | ['q','ab'] | 1.0",
        "compare      | []         | 'a'        | null",
        "set-compare  | ['a','b']  | ['a']      | [[1.0],[0.0]]",
        "set-compare  | []         | ['a']      | []",
        "like         | 'ab'       | 'ab'       | true",
        "like         | 'ab'       | 'zz'       | false",
        "like         | null       | null       | null",
        "unlike       | 'ab'       | 'zz'       | true",
        "unlike       | null       | 'zz'       | null",
        "contains     | ['x','y']  | 'x'        | true",
        "contains     | ['x','y']  | 'q'        | false",
        "contains     | []         | 'x'        | false",
        "contains     | ['x',null] | 'x'        | true",
        "contains     | ['y',null] | 'x'        | null",
        "contains     | null       | 'x'        | null",
        "in           | 'x'        | ['x','y']  | true",
        "in           | 'q'        | ['x','y']  | false",
        "contains-set | ['a','b']  | ['a']      | true",
        "contains-set | ['a','b']  | ['a','q']  | false",
        "contains-set | ['a','b']  | []         | null",
        "contains-set | ['a']      | ['a',null] | null",
        "set-in       | ['a']      | ['a','b']  | true",
        "set-in       | ['a','q']  | ['a','b']  | false",
      })
  void onTexts(String operator, String left, String right, String expected) {
    JsonNode result = result(operator, left.replace('\'', '"'), right.replace('\'', '"'), "");
    assertThat(result.has("value")).as(result.toString()).isTrue();
    assertThat(result.get("value").toString()).isEqualTo(expected);
  }

  @Test
  void setsOfWhatWasFound() {
    assertThat(result("compare", blob("ab"), blob("bz"), "").get("value").asDouble()).isEqualTo(1);
    assertThat(result("compare", blob("a"), blob("c"), "").get("value").asDouble()).isEqualTo(0.2);
    assertThat(result("contains", blob("abc"), blob("c"), "").get("value").asBoolean()).isTrue();
    assertThat(result("contains-set", blob("am"), blob("ab"), "").get("value").asBoolean())
        .isTrue();
    assertThat(result("contains-set", blob("am"), blob("az"), "").get("value").asBoolean())
        .isFalse();
    assertThat(
            result("set-in", blob("m"), "[" + blob("a") + "," + blob("m") + "]", "")
                .get("value")
                .asBoolean())
        .isTrue();
    assertThat(result("set-compare", blob("ab"), blob("a"), "").get("value").toString())
        .isEqualTo("[[1.0],[0.5]]");
  }

  @Test
  void whatFindsNothing() {
    assertThat(result("contains", blob(" "), blob("a"), "").get("value").toString())
        .isEqualTo("false");
    assertThat(result("contains", blob("a"), blob(" "), "").get("value").isNull()).isTrue();
    assertThat(result("like", blob("a"), blob(" "), "").get("value").isNull()).isTrue();
    assertThat(result("like", blob(" "), blob(" "), "").get("value").asBoolean())
        .as("equal contents")
        .isTrue();
  }

  @Test
  void algorithmAndThresholdAreTheCallers() {
    String jaro = ",\"algorithm\":\"jaro\",\"threshold\":";
    assertThat(
            result("like", "\"沈志宏\"", "\"志宏 沈\"", jaro + "0.7}".replace("}", ""))
                .get("value")
                .asBoolean())
        .isTrue();
    assertThat(result("like", "\"沈志宏\"", "\"志宏 沈\"", jaro + "0.8").get("value").asBoolean())
        .isFalse();
  }

  @Test
  void comparatorsOfModelsTakeEitherOrder() {
    assertThat(result("compare", "1", "2.0", "").get("value").asDouble()).isEqualTo(0.5);
    assertThat(result("compare", "2.0", "1", "").get("value").asDouble()).isEqualTo(0.5);
  }

  @Test
  void wrongOperandsAreTheirPairsFault() {
    JsonNode numbers = result("compare", "1", "2", "").get("fault");
    assertThat(numbers.get("code").asText()).isEqualTo("UNKNOWN_MODEL");
    assertThat(numbers.get("message").asText()).contains("integer and integer");
    assertThat(
            result("like", "\"a\"", "\"b\"", ",\"algorithm\":\"jaor\"")
                .get("fault")
                .get("message")
                .asText())
        .contains("did you mean `jaro`?")
        .contains("levenshtein");
    assertThat(
            result("like", "{\"type\":\"image/png\"}", "\"b\"", "")
                .get("fault")
                .get("message")
                .asText())
        .contains("digest");
  }
}
