/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Standard clients, nothing of ours in them: the same queries, the same answers. */
@Tag("clients")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {

  private PandaServer server;
  private Path queries;

  @BeforeAll
  void people(SharedServer.Shared shared) {
    server = shared.server();
    TenQueries.prepare(server);
    queries = TenQueries.file();
  }

  @Test
  void javaDriver44() throws Exception {
    assertAnswers(javaDriver(System.getProperty("java.class.path")));
  }

  @Test
  void javaDriver5() throws Exception {
    String driver5 = Repository.PARTS.resolve("examples/academic") + "/*";
    String ourClasses = Repository.TARGET.resolve("test-classes").toString();
    String jackson = Repository.PARTS.resolve("lib") + "/jackson-";
    String jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(jar -> jar.contains("/jackson-"))
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElse(jackson);
    assertAnswers(javaDriver(String.join(File.pathSeparator, ourClasses, driver5, jars)));
  }

  private List<String> javaDriver(String classPath) throws Exception {
    return Programs.run(
            List.of(
                Programs.JAVA,
                "-Xmx256m",
                "-cp",
                classPath,
                JavaDriverProgram.class.getName(),
                server.endpoints().boltUri(),
                server.user(),
                server.password(),
                queries.toString()),
            Map.of())
        .lines()
        .filter(line -> line.startsWith("["))
        .toList();
  }

  @Test
  void javaScriptDriver() throws Exception {
    assertAnswers(
        Programs.run(
                List.of(
                    "node",
                    ClientPrograms.folder().resolve("query.js").toString(),
                    server.endpoints().boltUri(),
                    server.user(),
                    server.password(),
                    queries.toString()),
                Map.of())
            .lines()
            .toList());
  }

  @Test
  void cypherShell() throws Exception {
    List<String> answers = new ArrayList<>();
    for (TenQueries.Question question : TenQueries.ALL) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Programs.JAVA,
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  "-Dfile.encoding=UTF-8",
                  "-Dsun.jnu.encoding=UTF-8",
                  "-cp",
                  Repository.PARTS.resolve("shell") + "/*",
                  "org.neo4j.shell.Main",
                  "--address",
                  server.endpoints().boltUri(),
                  "--format",
                  "plain"));
      question
          .parameters()
          .forEach((key, value) -> command.addAll(List.of("--param", key + " => " + value)));
      Path script = Files.createTempFile(Repository.TARGET, "query", ".cypher");
      Files.writeString(script, question.query() + ";\n");
      command.addAll(List.of("--file", script.toString()));
      String printed =
          Programs.run(
              command,
              Map.of("NEO4J_USERNAME", server.user(), "NEO4J_PASSWORD", server.password()));
      Files.delete(script);
      answers.add(ShellText.rows(printed));
    }
    assertAnswers(answers);
  }

  @Test
  void httpApi() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    String credentials =
        Base64.getEncoder()
            .encodeToString(
                (server.user() + ":" + server.password()).getBytes(StandardCharsets.UTF_8));
    List<String> answers = new ArrayList<>();
    for (TenQueries.Question question : TenQueries.ALL) {
      ObjectNode body = TenQueries.JSON.createObjectNode();
      ObjectNode statement = body.putArray("statements").addObject();
      statement.put("statement", question.query());
      statement.set("parameters", TenQueries.JSON.valueToTree(question.parameters()));
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(server.endpoints().httpUri() + "/db/neo4j/tx/commit"))
                  .header("Authorization", "Basic " + credentials)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode answer = TenQueries.JSON.readTree(response.body());
      assertThat(answer.get("errors")).as(question.query()).isEmpty();
      List<JsonNode> rows = new ArrayList<>();
      answer.get("results").get(0).get("data").forEach(row -> rows.add(row.get("row")));
      answers.add(TenQueries.JSON.writeValueAsString(rows));
    }
    assertAnswers(answers);
  }

  @Test
  void browserInHeadlessChromium() throws Exception {
    Path chromium = ClientPrograms.chromium();
    Path screenshot = Repository.TARGET.resolve("browser.png");
    assertAnswers(
        Programs.run(
                List.of(
                    "node",
                    ClientPrograms.folder().resolve("browser.js").toString(),
                    chromium.toString(),
                    server.endpoints().browserUri(),
                    server.endpoints().boltUri(),
                    server.user(),
                    server.password(),
                    queries.toString(),
                    screenshot.toString()),
                Map.of())
            .lines()
            .map(ShellText::browserRows)
            .toList());
    assertThat(screenshot).isNotEmptyFile();
  }

  private static void assertAnswers(List<String> answers) {
    List<JsonNode> expected = TenQueries.expected();
    assertThat(answers).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(TenQueries.normal(answers.get(i)))
          .as(TenQueries.ALL.get(i).query())
          .isEqualTo(expected.get(i));
    }
  }
}
