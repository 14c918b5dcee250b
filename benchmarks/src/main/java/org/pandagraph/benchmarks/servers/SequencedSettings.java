/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Servers in the order in which they start, and the settings of each. Not thread-safe. */
public final class SequencedSettings {
  private final Map<String, Map<String, String>> byName = new LinkedHashMap<>();

  /** Adds a server behind those before it. */
  public SequencedSettings add(String name, Map<String, String> settings) {
    byName.put(name, Map.copyOf(settings));
    return this;
  }

  Set<String> names() {
    return byName.keySet();
  }

  void write(Path folder) throws IOException {
    for (Map.Entry<String, Map<String, String>> server : byName.entrySet()) {
      Properties properties = new Properties();
      properties.putAll(server.getValue());
      try (Writer writer = Files.newBufferedWriter(file(folder, server.getKey()))) {
        properties.store(writer, null);
      }
    }
  }

  static Map<String, String> read(Path folder, String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(folder, name))) {
      properties.load(reader);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".conf");
  }
}
