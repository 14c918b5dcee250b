/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents over HTTP, from a real server with its login on. */
class GatewayReadTest extends GatewayTestCase {
  @Test
  void thePluginSaysWhereTheGatewayIs() {
    assertThat(server.value("CALL panda.status() YIELD gateway RETURN gateway").asString())
        .isEqualTo("http://localhost:" + server.endpoints().http() + "/panda");
    String reference = server.value("RETURN Blob.fromBytes($c)", Map.of("c", content)).asString();
    assertThat(server.value("RETURN Blob.url($b)", Map.of("b", reference)).asString())
        .isEqualTo("http://localhost:" + server.endpoints().http() + "/panda" + path);
  }

  @Test
  void aContentAndWhatIsSaidOfIt() {
    HttpResponse<byte[]> answer = gateway.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(header(answer, "Content-Length")).isEqualTo("1000");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "ETag")).isEqualTo(tag);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + digest.substring(0, 16) + "\"");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Repr-Digest")).startsWith("sha-256=:");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, 3_000_000})
  void anyLength(int length) {
    byte[] bytes = random(length);
    HttpResponse<byte[]> answer = gateway.get(HttpGateway.path(gateway.stored(bytes)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(bytes);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?download=x.bin", "?download"})
  void headSaysWhatGetSays(String query) {
    HttpResponse<byte[]> get = gateway.get(path + query);
    HttpResponse<byte[]> head = gateway.send("HEAD", path + query);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(without(head, "date")).isEqualTo(without(get, "date"));
    assertThat(gateway.send("HEAD", path, "Range", "bytes=0-1").statusCode()).isEqualTo(200);
    assertThat(gateway.send("HEAD", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(gateway.send("HEAD", HttpGateway.path("0".repeat(64))).statusCode()).isEqualTo(404);
  }

  private static Map<String, List<String>> without(HttpResponse<?> answer, String name) {
    Map<String, List<String>> headers = new java.util.TreeMap<>(answer.headers().map());
    headers.remove(name);
    return headers;
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=10-19, 10, 20",
    "bytes=990-, 990, 1000",
    "bytes=-5, 995, 1000",
    "bytes=0-999, 0, 1000",
    "bytes=900-5000, 900, 1000"
  })
  void aRange(String range, int from, int to) {
    HttpResponse<byte[]> answer = gateway.get(path, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/1000");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + (to - from));
    assertThat(header(answer, "ETag")).isEqualTo(tag);
  }

  @Test
  void severalRanges() {
    HttpResponse<byte[]> answer = gateway.get(path, "Range", "bytes=500-509, 0-4, 995-");

    assertThat(answer.statusCode()).isEqualTo(206);
    String type = header(answer, "Content-Type");
    assertThat(type).startsWith("multipart/byteranges");
    String boundary = type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
    String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(body)
        .isEqualTo(
            part(boundary, 500, 510)
                + part(boundary, 0, 5)
                + part(boundary, 995, 1000)
                + "\r\n--"
                + boundary
                + "--\r\n");
  }

  private String part(String boundary, int from, int to) {
    return part(boundary, content, from, to);
  }

  private static String part(String boundary, byte[] content, int from, int to) {
    return "\r\n--"
        + boundary
        + "\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes "
        + from
        + "-"
        + (to - 1)
        + "/"
        + content.length
        + "\r\n\r\n"
        + new String(Arrays.copyOfRange(content, from, to), StandardCharsets.ISO_8859_1);
  }

  /** Around the lengths of all buffers a piece goes through, the first of them and later ones. */
  @Test
  void severalRangesOfAnyLength() {
    byte[] bytes = random(5_000_000);
    String large = HttpGateway.path(gateway.stored(bytes));
    List<Integer> lengths =
        List.of(1, 8_100, 8_192, 65_535, 65_536, 65_537, 262_144, 262_145, 300_000);
    for (int first : lengths) {
      List<Integer> turned = new ArrayList<>(lengths);
      Collections.rotate(turned, -lengths.indexOf(first));
      int from = 0;
      List<int[]> wanted = new ArrayList<>();
      StringBuilder ranges = new StringBuilder("bytes=");
      for (int length : turned) {
        ranges.append(from == 0 ? "" : ",").append(from).append('-').append(from + length - 1);
        wanted.add(new int[] {from, from + length});
        from += length + 1_000;
      }
      HttpResponse<byte[]> answer = gateway.get(large, "Range", ranges.toString());

      assertThat(answer.statusCode()).isEqualTo(206);
      String boundary =
          header(answer, "Content-Type").replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
      StringBuilder body = new StringBuilder();
      wanted.forEach(range -> body.append(part(boundary, bytes, range[0], range[1])));
      body.append("\r\n--").append(boundary).append("--\r\n");
      assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1).contentEquals(body))
          .as(ranges.toString())
          .isTrue();
    }
  }

  @Test
  void rangesThatOverlapAreSentOnce() {
    HttpResponse<byte[]> answer = gateway.get(path, "Range", "bytes=0-,0-,0-,0-,500-");
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(content);
  }

  @Test
  void rangesOutsideAndTooMany() {
    String many =
        IntStream.range(0, 40)
            .mapToObj(i -> 2 * i + "-" + 2 * i)
            .reduce("bytes=", (a, b) -> a.endsWith("=") ? a + b : a + "," + b);
    for (String range : List.of("bytes=1000-", "bytes=1000-2000", "bytes=-0", many)) {
      HttpResponse<byte[]> answer = gateway.get(path, "Range", range);
      assertThat(answer.statusCode()).as(range).isEqualTo(416);
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes */1000");
      assertThat(HttpGateway.errorCode(answer)).isEqualTo("Neo.ClientError.Request.Invalid");
    }
    for (String range : List.of("pages=1-2", "bytes=b-a", "bytes=9-1", "nonsense")) {
      assertThat(gateway.get(path, "Range", range).body()).as(range).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, TAG, 304",
    "If-None-Match, W/TAG, 304",
    "If-None-Match, *, 304",
    "If-None-Match, \"x\", 200",
    "If-Match, TAG, 200",
    "If-Match, *, 200",
    "If-Match, \"x\", 412",
    "If-Match, W/TAG, 412",
    "If-Modified-Since, 'Sat, 21 Nov 2099 11:00:00 GMT', 200",
    "If-Unmodified-Since, 'Sat, 21 Nov 1999 11:00:00 GMT', 200"
  })
  void conditions(String name, String value, int status) {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<byte[]> answer = gateway.send(method, path, name, value.replace("TAG", tag));
      assertThat(answer.statusCode()).as(method).isEqualTo(status);
      if (status == 304) {
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
        assertThat(header(answer, "Cache-Control")).contains("immutable");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"TAG, 206", "W/TAG, 200", "\"x\", 200", "'Sat, 21 Nov 2099 11:00:00 GMT', 200"})
  void ifRange(String value, int status) {
    HttpResponse<byte[]> answer =
        gateway.get(path, "Range", "bytes=0-9", "If-Range", value.replace("TAG", tag));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).hasSize(status == 206 ? 10 : 1_000);
    assertThat(gateway.get(path, "Range", "bytes=0-9", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void theTypeIsWhatTheBytesTell() {
    byte[] png = Pictures.png(Pictures.plain(20, 10, Color.GREEN));
    HttpResponse<byte[]> picture = gateway.get(HttpGateway.path(gateway.stored(png)));
    assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
    assertThat(header(picture, "Content-Disposition")).isEqualTo("inline");
    for (String active :
        List.of(
            "<!DOCTYPE html><html><script>alert(1)</script></html>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "<?xml version=\"1.0\"?><a/>",
            "%PDF-1.4\n%%EOF")) {
      String stored =
          HttpGateway.json(
                  gateway.post(
                      active.getBytes(StandardCharsets.UTF_8), "Content-Type", "image/png"))
              .get("digest")
              .asText();
      HttpResponse<byte[]> answer = gateway.get(HttpGateway.path(stored));
      assertThat(header(answer, "Content-Disposition")).as(active).startsWith("attachment");
      assertThat(header(answer, "Content-Type")).as(active).isNotEqualTo("image/png");
    }
  }

  @Test
  void theNameToSaveUnder() {
    assertThat(header(gateway.get(path + "?download=holiday.jpg"), "Content-Disposition"))
        .isEqualTo("attachment; filename=\"holiday.jpg\"");
    assertThat(
            header(
                gateway.get(path + "?download=..%2F%E5%90%8D%0D%0AX-Evil:%201.png"),
                "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"_X-Evil 1.png\"; filename*=UTF-8''%E5%90%8DX-Evil%201.png");
  }

  @Test
  void figuresForPrometheus() {
    double before = gateway.metric("panda_gateway_sent_bytes_total");
    gateway.get(path);
    assertThat(gateway.metric("panda_gateway_sent_bytes_total") - before)
        .isGreaterThanOrEqualTo(1_000);
    HttpResponse<byte[]> page = gateway.get("/metrics");
    assertThat(header(page, "Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(HttpGateway.text(page))
        .contains("# TYPE panda_gateway_requests_total counter")
        .contains("panda_gateway_requests_total{method=\"GET\",status=\"200\"}")
        .contains("panda_blob_store_stored_bytes_total{database=\"neo4j\"}")
        .contains("panda_semantic_cache_hits_total ");
  }
}
