/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.List;
import java.util.Map;

/**
 * What a query gave.
 *
 * @param columns names of the columns, in order
 * @param rows each column's value, as the TCK writes values
 * @param error what was thrown, or null
 * @param code its status code, or null
 */
record Answer(List<String> columns, List<Map<String, String>> rows, Throwable error, String code) {

  static Answer of(List<String> columns, List<Map<String, String>> rows) {
    return new Answer(columns, rows, null, null);
  }

  static Answer failed(Throwable error, String code) {
    return new Answer(List.of(), List.of(), error, code);
  }

  boolean hasFailed() {
    return error != null;
  }
}
