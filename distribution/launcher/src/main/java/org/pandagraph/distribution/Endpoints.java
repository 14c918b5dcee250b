/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where what runs in a home can be reached.
 *
 * @param host address or name clients use
 * @param bolt port of Bolt
 * @param http port of Neo4j's HTTP API and Browser
 * @param aipm port of the AIPM service, 0 if this home does not run one
 * @param auth whether Neo4j asks for a password
 */
public record Endpoints(String host, int bolt, int http, int aipm, boolean auth) {
  private static final String FILE = "endpoints.properties";

  /** For drivers. */
  public String boltUri() {
    return "bolt://" + host + ":" + bolt;
  }

  /** Root of Neo4j's HTTP API. */
  public String httpUri() {
    return "http://" + host + ":" + http;
  }

  /** Neo4j Browser. */
  public String browserUri() {
    return httpUri() + "/browser/";
  }

  /** The AIPM service; it always listens on this machine alone. */
  public String aipmUri() {
    return "http://127.0.0.1:" + aipm;
  }

  void write(Home home) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("host", host);
    properties.setProperty("bolt", Integer.toString(bolt));
    properties.setProperty("http", Integer.toString(http));
    properties.setProperty("aipm", Integer.toString(aipm));
    properties.setProperty("auth", Boolean.toString(auth));
    try (Writer writer = Files.newBufferedWriter(home.run().resolve(FILE))) {
      properties.store(writer, null);
    }
  }

  static Optional<Endpoints> read(Home home) throws IOException {
    Path file = home.run().resolve(FILE);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return Optional.of(
        new Endpoints(
            properties.getProperty("host"),
            Integer.parseInt(properties.getProperty("bolt")),
            Integer.parseInt(properties.getProperty("http")),
            Integer.parseInt(properties.getProperty("aipm")),
            Boolean.parseBoolean(properties.getProperty("auth"))));
  }

  static void delete(Home home) throws IOException {
    Files.deleteIfExists(home.run().resolve(FILE));
  }
}
