/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireJsonTest {
  private static final String DIGEST = "ab".repeat(32);

  private static String explain(String json, Class<?> type) {
    try {
      WireJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      return WireJson.explain(e);
    }
    throw new AssertionError("was taken: " + json);
  }

  @Test
  void requestsSurviveTheWire() throws Exception {
    ExtractRequest request =
        new ExtractRequest(
            "2",
            Priority.BACKGROUND,
            List.of(
                WireInput.blob(DIGEST, ValueDomain.of("image/png"), 7),
                WireInput.value(ValueDomain.of("string"), "x")));
    String json = WireJson.mapper().writeValueAsString(request);
    assertThat(json)
        .contains("\"priority\":\"background\"")
        .contains("{\"type\":\"string\",\"value\":\"x\"}");
    ExtractRequest read = WireJson.mapper().readValue(json, ExtractRequest.class);
    assertThat(WireJson.mapper().writeValueAsString(read)).isEqualTo(json);
  }

  @Test
  void resultsSurviveTheWire() throws Exception {
    BatchAnswer answer =
        new BatchAnswer(
            List.of(
                ItemResult.of(null),
                ItemResult.of(Map.of("a", Arrays.asList(1, null))),
                ItemResult.of(new float[] {0.5f}),
                ItemResult.fault(WireErrorCode.UNREADABLE_CONTENT, "broken"),
                ItemResult.missing()));
    String json = WireJson.mapper().writeValueAsString(answer);
    assertThat(json)
        .isEqualTo(
            "{\"results\":[{\"value\":null},{\"value\":{\"a\":[1,null]}},{\"value\":[0.5]},"
                + "{\"fault\":{\"code\":\"UNREADABLE_CONTENT\",\"message\":\"broken\"}},"
                + "{\"missing\":true}]}");
    BatchAnswer read = WireJson.mapper().readValue(json, BatchAnswer.class);
    assertThat(WireJson.mapper().writeValueAsString(read)).isEqualTo(json);
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(explain("{\"inputs\":[{\"type\":\"image/png\"}]}", ExtractRequest.class))
        .contains("either a digest or base64")
        .contains("inputs[0]");
    assertThat(
            explain(
                "{\"inputs\":[{\"type\":\"image/png\",\"digest\":\"../etc\"}]}",
                ExtractRequest.class))
        .contains("64 lower-case hexadecimal digits");
    assertThat(explain("{\"inputs\":[],\"inptus\":1}", ExtractRequest.class)).contains("inptus");
    assertThat(explain("{\"inputs\":[]} x", ExtractRequest.class)).contains("line 1");
    assertThat(explain("{\"inputs\":[null]}", ExtractRequest.class)).contains("inputs[0]");
    assertThat(explain("{}", ExtractRequest.class)).contains("inputs");
    assertThat(explain("{\"inputs\":[],\"priority\":\"soon\"}", ExtractRequest.class))
        .contains("interactive");
    assertThat(explain("{\"left\":[1],\"right\":[]}", OperatorRequest.class)).contains("1 and 0");
    assertThat(explain("{\"left\":[],\"right\":[],\"threshold\":1.5}", OperatorRequest.class))
        .contains("[0,1]");
    assertThat(explain("[".repeat(100), Object.class)).contains("depth");
  }

  @Test
  void refusesAnAmbiguousResult() {
    for (String result : List.of("{}", "{\"value\":1,\"missing\":true}", "{\"fault\":3}")) {
      assertThatThrownBy(
              () ->
                  WireJson.mapper().readValue("{\"results\":[" + result + "]}", BatchAnswer.class))
          .isInstanceOf(JsonProcessingException.class);
    }
  }
}
