/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of Neo4j's JVM that a user gives as {@code dbms.jvm.additional}: one option a
 * setting, any number of them in neo4j.conf.
 */
final class JvmOptions {
  private static final String KEY = "dbms.jvm.additional";

  private static final Pattern LINE =
      Pattern.compile("^\\s*" + Pattern.quote(KEY) + "\\s*[=:]\\s*(\\S.*?)\\s*$");

  private JvmOptions() {}

  /**
   * Those of a configuration, then that of a start, which comes last and so wins.
   *
   * @param configuration neo4j.conf, which exists
   * @param settings of the start
   */
  static List<String> of(Path configuration, Map<String, String> settings) throws IOException {
    try (Stream<String> lines = Files.lines(configuration)) {
      return Stream.concat(
              lines.map(LINE::matcher).filter(Matcher::matches).map(line -> line.group(1)),
              Stream.ofNullable(settings.get(KEY)).filter(option -> !option.isBlank()))
          .collect(Collectors.toUnmodifiableList());
    }
  }
}
