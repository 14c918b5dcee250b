/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements that tests and the fuzzer work on. */
public final class Statements {
  private Statements() {}

  /** The conformance queries of CypherPlus. */
  public static List<String> conformance() {
    return lines("conformance.txt");
  }

  /** Statements of every kind in Neo4j 4.4's manual, our own sentences. */
  public static List<String> corpus() {
    List<String> statements = new ArrayList<>();
    for (String line : resource("corpus.cypher").lines().toList()) {
      int last = statements.size() - 1;
      if (line.startsWith(" ")) {
        statements.set(last, statements.get(last) + "\n" + line);
      } else if (!line.startsWith("//") && !line.isBlank()) {
        statements.add(line);
      }
    }
    return statements;
  }

  /** Non-empty lines of a test resource, without comment lines. */
  public static List<String> lines(String name) {
    return resource(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static String resource(String name) {
    try (InputStream in = Statements.class.getResourceAsStream("../" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of data that is shared and not part of the repository; it may be absent. */
  public static Path shared() {
    String set = System.getProperty("pandagraph.shared");
    if (set != null) {
      return Path.of(set);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("config/license-header.java"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("shared") : folder.resolveSibling("shared");
  }

  /** Queries of the openCypher TCK that Neo4j accepts; empty where they are absent. */
  public static List<String> tck() {
    Path folder = shared().resolve("spike/tck");
    List<String> queries = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (Path file : files(folder, ".jsonl")) {
      for (String line : read(file).lines().toList()) {
        try {
          JsonNode scenario = json.readTree(line);
          JsonNode code = scenario.get("neo4jCode");
          boolean accepted = code.isNull() || !code.asText().contains("SyntaxError");
          if (accepted && !scenario.get("query").isNull()) {
            queries.add(scenario.get("query").asText());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(file + ": " + line, e);
        }
      }
    }
    return queries;
  }

  /** The queries of LDBC's social network benchmark; empty where they are absent. */
  public static List<String> ldbc() {
    List<String> queries = new ArrayList<>();
    for (Path file : files(shared().resolve("data/ldbc-snb"), ".cypher")) {
      queries.add(read(file));
    }
    return queries;
  }

  private static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
