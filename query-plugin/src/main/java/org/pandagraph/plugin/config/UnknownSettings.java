/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.config.Setting;
import org.pandagraph.aipm.similarity.NearestName;

/**
 * Finds {@code panda.*} keys of a neo4j.conf that nobody declared. Neo4j drops such keys (with
 * {@code dbms.config.strict_validation} it refuses to start), so they are looked for in the file
 * itself.
 */
public final class UnknownSettings {
  private UnknownSettings() {}

  /** Warns of each unknown key in the neo4j.conf this DBMS most likely started with. */
  public static void warn(Config config, Map<String, String> environment, Consumer<String> log) {
    // Neo4j keeps no note of the file it read; its scripts look in these two places.
    Path folder =
        environment.containsKey("NEO4J_CONF")
            ? Path.of(environment.get("NEO4J_CONF"))
            : config.get(GraphDatabaseSettings.neo4j_home).resolve("conf");
    try {
      in(folder.resolve(Config.DEFAULT_CONFIG_FILE_NAME)).forEach(log);
    } catch (IOException e) {
      log.accept("Cannot look for unknown panda settings: " + e);
    }
  }

  /**
   * One sentence for each unknown key, sorted by key, with the nearest valid one; empty where there
   * is no such file.
   *
   * @throws IOException where the file is there and cannot be read
   */
  public static List<String> in(Path neo4jConf) throws IOException {
    if (!Files.isRegularFile(neo4jConf)) {
      return List.of();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(neo4jConf, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException malformed) {
      throw new IOException("cannot read " + neo4jConf + ": " + malformed.getMessage(), malformed);
    }
    return among(properties.stringPropertyNames());
  }

  /** One sentence for each of these keys that starts with {@code panda.} and is not declared. */
  public static List<String> among(Collection<String> keys) {
    List<String> valid =
        SettingsTable.settings().stream().map(Setting::name).collect(Collectors.toList());
    List<String> sentences = new ArrayList<>();
    for (String key : new TreeSet<>(keys)) {
      if (key.startsWith(PandaSettings.PREFIX) && !valid.contains(key)) {
        sentences.add(
            "There is no setting `"
                + key
                + "`"
                + NearestName.hint(key, valid)
                + "; it is ignored.");
      }
    }
    return sentences;
  }
}
