/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as both ends read and write it. */
public final class WireJson {
  /** Nested lists and maps deeper than this are refused. */
  public static final int MAX_DEPTH = 64;

  /** The longest string, in characters; contents by base64 and documents' texts are strings. */
  public static final int MAX_STRING = 64 * 1024 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WireJson() {}

  /** Refuses unknown fields (but in answers), trailing text, and deep nesting. Thread-safe. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** What is wrong with a JSON text and where, in one line, without Java's class names. */
  public static String explain(JsonProcessingException e) {
    Throwable cause = e.getCause();
    String what = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
    if (what == null) {
      what = e.getOriginalMessage();
    }
    what = what.replaceAll(" \\(class [^)]*\\)|`[a-z]+(\\.[A-Za-z$]+)+`", "").split("\n", 2)[0];
    String where = "";
    if (e instanceof JsonMappingException && !((JsonMappingException) e).getPath().isEmpty()) {
      where = " in " + path((JsonMappingException) e);
    } else if (e.getLocation() != null) {
      where =
          " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }
    return what + where;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    e.getPath()
        .forEach(
            step -> {
              if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
              } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
              }
            });
    return path.toString();
  }
}
