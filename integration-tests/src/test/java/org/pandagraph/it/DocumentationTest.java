/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/** The academic example answers right, and what the documentation says is so, on its graph. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentationTest {
  private static final double PRECISION = 1e-6;

  private static PandaServer server;

  @BeforeAll
  static void start() {
    server = PandaServer.start(options -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void theAcademicExampleAnswersEveryQuestionRight() throws IOException, InterruptedException {
    Path output = Repository.TARGET.resolve("academic-example.txt");
    Process example =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int code = example.waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(code).as(said).isZero();
    assertThat(said).contains("Which T. Green wrote which paper?").doesNotContain("WRONG");
  }

  /** Each document's queries in order, for one may make what the next one finds. */
  @TestFactory
  @Order(2)
  Stream<DynamicTest> whatTheDocumentationSaysIsSo() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Repository.ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(Repository.ROOT.resolve("docs"))) {
      files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    List<DocumentedQuery> queries =
        documents.stream().flatMap(d -> DocumentedQuery.of(d).stream()).toList();
    assertThat(queries).as("queries in the documentation").hasSizeGreaterThan(30);
    return queries.stream().map(q -> DynamicTest.dynamicTest(q.name(), () -> holds(q)));
  }

  @Test
  @Order(3)
  void theTableOfSettingsHasEachSettingAndNoOther() throws IOException {
    List<String> documented = new ArrayList<>();
    for (String line : Files.readAllLines(Repository.ROOT.resolve("docs/configuration.md"))) {
      if (line.startsWith("| `panda.")) {
        documented.add(line.split("`", 3)[1]);
      }
    }
    List<String> declared =
        server.query("CALL dbms.listConfig('panda.') YIELD name").stream()
            .map(row -> row.get("name").asString())
            .toList();
    assertThat(documented).containsExactlyInAnyOrderElementsOf(declared);
  }

  private static void holds(DocumentedQuery query) {
    if (query.error() != null) {
      assertThatThrownBy(() -> server.query(query.text()))
          .isInstanceOf(Neo4jException.class)
          .hasMessageContaining(query.error());
      return;
    }
    List<Record> rows = server.query(query.text());
    if (query.values() != null) {
      assertThat(rows).as("rows").isNotEmpty();
      same(values(rows.get(0)), server.value("RETURN [" + query.values() + "]").asList());
    }
  }

  private static List<Object> values(Record row) {
    List<Object> values = new ArrayList<>();
    row.values().forEach(v -> values.add(v.asObject()));
    return values;
  }

  private static void same(Object actual, Object expected) {
    if (expected instanceof List<?> items && actual instanceof List<?> found) {
      assertThat(found).hasSameSizeAs(items);
      for (int i = 0; i < items.size(); i++) {
        same(found.get(i), items.get(i));
      }
    } else if (expected instanceof Double number && actual instanceof Double found) {
      assertThat(found).isCloseTo(number, within(PRECISION));
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-Xmx512m",
        "-cp",
        server.home().example("academic") + "/*",
        "org.pandagraph.examples.academic.AcademicDemo",
        "--bolt-uri",
        server.endpoints().boltUri(),
        "--user",
        server.user(),
        "--password-file",
        server.home().passwordFile().toString(),
        "--import-dir",
        server.home().importDirectory().toString(),
        "--work-dir",
        server.home().root().resolve("demo").toString(),
        "--face-package",
        Repository.FACE_PACKAGE.toString());
  }
}
