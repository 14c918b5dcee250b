/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.graphdb.config.Setting;

/** The plugin's settings as the table that the documentation shows. */
public final class SettingsTable {
  private static final List<Class<?>> DECLARATIONS =
      List.of(PandaSettings.class, CoStoreSettings.class);

  private SettingsTable() {}

  /** All declared settings, sorted by key. */
  public static List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>();
    for (Class<?> declaration : DECLARATIONS) {
      for (Field field : declaration.getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && Setting.class.isAssignableFrom(field.getType())) {
          all.add(value(field));
        }
      }
    }
    all.sort(Comparator.comparing(Setting::name));
    return all;
  }

  /** A Markdown table: key, default, allowed values, meaning; a line for each setting. */
  public static String markdown() {
    // Neo4j fills in descriptions and documented defaults when a configuration is made.
    Config config = Config.defaults();
    StringBuilder table = new StringBuilder("| Setting | Default | Allowed | Meaning |\n");
    table.append("|---|---|---|---|\n");
    for (Setting<?> setting : settings()) {
      SettingImpl<?> known = (SettingImpl<?>) config.getSetting(setting.name());
      table.append(
          String.format(
              "| `%s` | %s | %s | %s |\n",
              known.name(), defaultOf(known), allowed(known), known.description()));
    }
    return table.toString();
  }

  /** Prints {@link #markdown()}. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    System.out.print(markdown());
  }

  private static String defaultOf(SettingImpl<?> setting) {
    String text = setting.documentedDefaultValue();
    return text == null || text.isEmpty() ? "empty" : "`" + text + "`";
  }

  /** Neo4j describes a setting as "name, what values are allowed". */
  private static String allowed(SettingImpl<?> setting) {
    String text = setting.toString();
    String prefix = setting.name() + ", ";
    String allowed = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    return allowed.lines().map(String::strip).collect(Collectors.joining(" ")).replace("|", "\\|");
  }

  private static Setting<?> value(Field field) {
    try {
      return (Setting<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
