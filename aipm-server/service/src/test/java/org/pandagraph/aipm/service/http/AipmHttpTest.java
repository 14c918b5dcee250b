/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.service.BytesContent;
import org.pandagraph.aipm.service.FakeModel;
import org.pandagraph.aipm.service.RunningService;

class AipmHttpTest {
  @TempDir Path directory;
  private final FakeModel model = new FakeModel();
  private RunningService service;

  @BeforeEach
  void start() throws Exception {
    service = new RunningService(RunningService.small(directory.resolve("cache"), "secret"), model);
  }

  @AfterEach
  void stop() {
    model.gate.countDown();
    service.close();
  }

  private static String input(String text) {
    return "{\"type\":\"text/plain\",\"base64\":\""
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\"}";
  }

  private static String extract(String priority, String... texts) {
    return Stream.of(texts)
        .map(AipmHttpTest::input)
        .collect(Collectors.joining(",", "{\"priority\":\"" + priority + "\",\"inputs\":[", "]}"));
  }

  private void refused(HttpResponse<String> answer, int status, String code, String message) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode fault = RunningService.json(answer);
    assertThat(fault.get("code").asText()).isEqualTo(code);
    assertThat(fault.get("message").asText()).contains(message).doesNotContain("Exception");
  }

  @Test
  void healthNeedsNoTokenAndEverythingElseDoes() {
    HttpRequest.Builder health =
        HttpRequest.newBuilder(service.request("/v1/health").build().uri());
    assertThat(service.send(health).body()).contains("\"status\":\"up\"");
    for (String path : new String[] {"/v1/catalogue", "/metrics", "/nothing"}) {
      HttpRequest.Builder none = HttpRequest.newBuilder(service.request(path).build().uri());
      refused(service.send(none), 401, "UNAUTHORIZED", "Authorization");
      none.header("Authorization", "Bearer secreT");
      refused(service.send(none), 401, "UNAUTHORIZED", "not the service's token");
    }
  }

  @Test
  void withoutATokenNoBrowserGetsIn() throws Exception {
    try (RunningService open =
        new RunningService(RunningService.small(directory.resolve("open"), null))) {
      assertThat(open.get("/v1/catalogue").statusCode()).isEqualTo(200);
      refused(
          open.send(open.request("/v1/catalogue").header("Origin", "http://evil.example").GET()),
          401,
          "UNAUTHORIZED",
          "no browser");
    }
  }

  @Test
  void badRequestsSayWhatIsWrong() {
    refused(service.post("/v1/extract/size", "{\"inputs\":"), 400, "BAD_REQUEST", "line 1");
    refused(service.post("/v1/extract/size", "[]"), 400, "BAD_REQUEST", "");
    refused(
        service.post("/v1/extract/size", "{\"inputs\":[],\"prioritty\":\"x\"}"),
        400,
        "BAD_REQUEST",
        "prioritty");
    refused(service.post("/v1/extract/sizes", "{\"inputs\":[]}"), 404, "UNKNOWN_MODEL", "`size`");
    refused(
        service.post("/v1/operators/lik", "{\"left\":[],\"right\":[]}"),
        404,
        "NOT_FOUND",
        "did you mean `like`");
    refused(service.get("/v1/nothing"), 404, "NOT_FOUND", "/v1/nothing");
    refused(
        service.send(
            HttpRequest.newBuilder(service.request("/v1/extract/size").build().uri())
                .header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        400,
        "BAD_REQUEST",
        "application/json");
  }

  @Test
  void bodiesBatchesAndContentsHaveLimits() {
    refused(
        service.post("/v1/extract/size", " ".repeat(20_001)),
        413,
        "CONTENT_TOO_LARGE",
        "--max-body-bytes");
    String many = extract("inline", Stream.generate(() -> "a").limit(51).toArray(String[]::new));
    refused(service.post("/v1/extract/size", many), 413, "CONTENT_TOO_LARGE", "--max-batch");
    refused(
        service.put("/v1/blobs/" + "a".repeat(64), new byte[5_001]),
        413,
        "CONTENT_TOO_LARGE",
        "--max-blob-bytes");
  }

  @Test
  void anUploadMustHaveItsDigest() {
    BytesContent content = new BytesContent("panda".getBytes(StandardCharsets.UTF_8), "text/plain");
    refused(
        service.put("/v1/blobs/" + "a".repeat(64), content.bytes()),
        422,
        "DIGEST_MISMATCH",
        content.digest());
    refused(service.put("/v1/blobs/..%2f..%2fetc", content.bytes()), 400, "BAD_REQUEST", "");
    String asked =
        "{\"inputs\":[{\"type\":\"text/plain\",\"digest\":\"" + content.digest() + "\"}]}";
    assertThat(service.results("/v1/extract/size", asked).toString())
        .isEqualTo("[{\"missing\":true}]");
    assertThat(service.put("/v1/blobs/" + content.digest(), content.bytes()).statusCode())
        .isEqualTo(204);
    assertThat(service.results("/v1/extract/size", asked).toString()).isEqualTo("[{\"value\":5}]");
  }

  @Test
  void aModelsFailureStaysWithItsValue() {
    JsonNode results =
        service.results("/v1/extract/size", extract("inline", "ab", "throw", "abc", "null"));
    assertThat(results.get(0).get("value").asInt()).isEqualTo(2);
    assertThat(results.get(1).get("fault").get("code").asText()).isEqualTo("MODEL_FAILED");
    assertThat(results.get(1).get("fault").get("message").asText()).contains("as asked");
    assertThat(results.get(2).get("value").asInt()).isEqualTo(3);
    assertThat(results.get(3).get("fault").get("message").asText()).contains("0 results for 1");
    JsonNode other =
        service.results("/v1/extract/size", "{\"inputs\":[{\"type\":\"string\",\"value\":\"x\"}]}");
    assertThat(other.get(0).get("fault").get("code").asText()).isEqualTo("UNKNOWN_MODEL");
  }

  @Test
  void equalValuesAreAskedForOnce() {
    service.results("/v1/extract/size", extract("inline", "ab", "ab", "abc", "ab"));
    assertThat(model.values).hasValue(2);
    service.results("/v1/extract/size", extract("inline", "abc", "abcd"));
    assertThat(model.values).hasValue(3);
    assertThat(service.get("/metrics").body())
        .contains("panda_aipm_results_cached_total 1.0")
        .contains("panda_aipm_model_values_total{model=\"size\"} 3.0")
        .contains("panda_aipm_requests_total{route=\"/v1/extract/{property}\",status=\"200\"}");
  }

  @Test
  void aFullQueueIsRefusedAndOtherClassesGoOn() throws Exception {
    String waiting = "/v1/extract/size";
    CompletableFuture<HttpResponse<String>> first =
        service.postLater(waiting, extract("background", "wait 1"));
    model.waiting.await();
    CompletableFuture<HttpResponse<String>> second =
        service.postLater(waiting, extract("background", "wait 2"));
    while (!service
        .get("/metrics")
        .body()
        .contains("panda_aipm_waiting{priority=\"background\"} 1")) {
      Thread.onSpinWait();
    }
    refused(
        service.post(waiting, extract("background", "x")),
        503,
        "OVERLOADED",
        "background requests");
    assertThat(service.results(waiting, extract("interactive", "xy")).toString())
        .isEqualTo("[{\"value\":2}]");
    model.gate.countDown();
    assertThat(first.get().statusCode()).isEqualTo(200);
    assertThat(second.get().statusCode()).isEqualTo(200);
  }
}
