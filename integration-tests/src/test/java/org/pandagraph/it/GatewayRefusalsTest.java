/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does not give, and to whom. */
class GatewayRefusalsTest extends GatewayTestCase {
  @Test
  void whatIsNotThere() {
    assertThat(HttpGateway.errorCode(expect(404, HttpGateway.path("0".repeat(64)))))
        .isEqualTo("Neo.ClientError.Statement.EntityNotFound");
    for (String wrong : List.of("photo.jpg", "0".repeat(63), "g".repeat(64), "0".repeat(4_000))) {
      expect(404, HttpGateway.path(wrong));
    }
    assertThat(HttpGateway.errorCode(expect(404, "/db/nobody/blob/" + digest)))
        .isEqualTo("Neo.ClientError.Database.DatabaseNotFound");
    expect(404, "/db/system/blob/" + digest);
    expect(404, "/elsewhere");
    expect(405, "/db/neo4j/blob");
    assertThat(gateway.send("DELETE", path).statusCode()).isEqualTo(405);
    assertThat(gateway.send("PUT", path).statusCode()).isEqualTo(405);
  }

  private HttpResponse<byte[]> expect(int status, String where) {
    HttpResponse<byte[]> answer = gateway.get(where);
    assertThat(answer.statusCode()).as(where).isEqualTo(status);
    HttpGateway.errorCode(answer);
    return answer;
  }

  @Test
  void nobodyGetsInWithoutALogin() {
    for (String where : List.of(path, "/metrics", "/db/neo4j/blob/" + "0".repeat(64), "/none")) {
      assertThat(gateway.getWithoutLogin(gateway.uri(where)).statusCode()).as(where).isEqualTo(401);
      assertThat(
              gateway
                  .getWithoutLogin(gateway.uri(where), "Authorization", "Basic bm9ib2R5Ondyb25n")
                  .statusCode())
          .as(where)
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/panda/link/../db/neo4j/blob/DIGEST",
        "/panda/link/%2e%2e/db/neo4j/blob/DIGEST",
        "/panda/link/..%2fdb/neo4j/blob/DIGEST",
        "/panda/link/..;/db/neo4j/blob/DIGEST",
        "/panda/link/x/..%2f..%2fdb/neo4j/blob/DIGEST",
        "/panda//db/neo4j/blob/DIGEST",
        "/panda/db/neo4j/blob/DIGEST;x=/panda/link/",
        "/browser/../panda/db/neo4j/blob/DIGEST",
        "/browser/..%2fpanda/db/neo4j/blob/DIGEST",
        "/panda/db/neo4j/blob/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/panda/db/..%2f..%2fetc/blob/passwd",
        "/panda/db/neo4j/blob/%",
        "/panda/db/neo4j/blob/%zz",
        "/panda/db/neo4j/blob/%c0%ae%c0%ae",
        "/panda/db/neo4j/blob/%00"
      })
  void noPathGetsAroundTheLogin(String target) throws IOException {
    String request =
        "GET " + target.replace("DIGEST", digest) + " HTTP/1.1\nHost: x\nConnection: close\n\n";
    try (Socket socket = gateway.raw(request)) {
      String answer = HttpGateway.all(socket);
      assertThat(answer).startsWith("HTTP/1.1 4");
      assertThat(answer).doesNotContain("ETag").doesNotContain("root:");
    }
  }

  @Test
  void aPathLongerThanAnyIsRefused() throws IOException {
    try (Socket socket =
        gateway.raw("GET /panda/db/neo4j/blob/" + "a".repeat(100_000) + " HTTP/1.1\nHost: x\n\n")) {
      assertThat(HttpGateway.all(socket)).matches("(?s)HTTP/1.1 4(14|31) .*");
    }
    assertThat(gateway.get(path).statusCode()).isEqualTo(200);
  }
}
