/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What cypher-shell and Browser print, as JSON. Enough for the queries here, not for all values.
 */
final class ShellText {
  private ShellText() {}

  /** The rows that {@code cypher-shell --format plain} prints below the line with the columns. */
  static String rows(String printed) {
    List<String> lines = printed.lines().toList();
    return lines.stream()
        .skip(1)
        .map(line -> "[" + line.replace("TRUE", "true").replace("FALSE", "false") + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The rows of Browser's table, of which the client gives the texts of the cells. */
  static String browserRows(String texts) {
    ArrayNode rows = TenQueries.JSON.createArrayNode();
    for (JsonNode row : TenQueries.normal(texts)) {
      ArrayNode cells = rows.addArray();
      row.forEach(cell -> cells.add(TenQueries.normal(cell.asText())));
    }
    return rows.toString();
  }
}
