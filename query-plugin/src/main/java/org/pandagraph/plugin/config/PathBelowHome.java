/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.neo4j.configuration.SettingValueParser;

/**
 * Reads a path that may be relative or not set. Neo4j's own kind of path makes a relative one
 * absolute only where it has a default.
 */
final class PathBelowHome implements SettingValueParser<Path> {
  static final PathBelowHome PARSER = new PathBelowHome();

  private PathBelowHome() {}

  @Override
  public Path parse(String value) {
    try {
      return Path.of(value).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("`" + value + "` is not " + getDescription(), e);
    }
  }

  @Override
  public String getDescription() {
    return "a path";
  }

  @Override
  public Class<Path> getType() {
    return Path.class;
  }
}
