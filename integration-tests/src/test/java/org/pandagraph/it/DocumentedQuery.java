/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query in a block of the documentation that is marked as {@code cypher}. A query ends with a
 * semicolon at the end of a line (or with the block), behind which a comment may say what it gives:
 * {@code // = 1, 'a'} the values of its first row, {@code // error: text} a part of the message.
 *
 * @param file the document's name
 * @param line where the query begins, from 1
 * @param text the query
 * @param values Cypher expressions of the first row's values, or null
 * @param error a part of the error's message, or null
 */
record DocumentedQuery(String file, int line, String text, String values, String error) {
  private static final Pattern LAST_LINE =
      Pattern.compile("(?<code>.*?)(?<end>;)?(?:\\s+// (?<kind>=|error:) (?<what>.+))?");

  /** All queries of a document, in their order. */
  static List<DocumentedQuery> of(Path document) {
    List<String> lines;
    try {
      lines = Files.readAllLines(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<DocumentedQuery> queries = new ArrayList<>();
    Reader reader = new Reader(document.getFileName().toString(), queries);
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        reader.end();
        inside = line.equals("```cypher");
      } else if (inside) {
        reader.take(i + 1, line);
      }
    }
    return queries;
  }

  String name() {
    return file + ":" + line + "  " + text.lines().findFirst().orElse("").strip();
  }

  private static final class Reader {
    private final String file;
    private final List<DocumentedQuery> queries;
    private final StringBuilder text = new StringBuilder();
    private int begin;
    private String values;
    private String error;

    Reader(String file, List<DocumentedQuery> queries) {
      this.file = file;
      this.queries = queries;
    }

    void take(int number, String line) {
      Matcher parts = LAST_LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException(file + ":" + number + ": " + line);
      }
      if (text.isEmpty()) {
        begin = number;
      }
      text.append(parts.group("code")).append('\n');
      if ("=".equals(parts.group("kind"))) {
        values = parts.group("what").strip();
      } else if (parts.group("kind") != null) {
        error = parts.group("what").strip();
      }
      if (parts.group("end") != null) {
        end();
      }
    }

    void end() {
      if (!text.toString().isBlank()) {
        queries.add(new DocumentedQuery(file, begin, text.toString().strip(), values, error));
      }
      text.setLength(0);
      values = null;
      error = null;
    }
  }
}
