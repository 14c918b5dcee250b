/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Elasticsearch of one node in a JVM of its own, on this machine's loopback address, free
 * ports and a folder of its own. Starting takes some 5 to 10 seconds. Not thread-safe.
 *
 * <p>{@link #close} removes the data and keeps the logs ({@link #logs}). Where this JVM ends first,
 * however it ends, the server ends with it.
 */
public final class ElasticsearchServer extends LocalServer {
  private static final String READY = "READY";

  private final Builder settings;
  private final Path root;
  private int httpPort;
  private int transportPort;

  private ElasticsearchServer(Builder settings, Path root) {
    super("Elasticsearch", READY, root, root.resolve("data"));
    this.settings = settings;
    this.root = root;
  }

  /** How to start one. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one with the defaults. */
  public static ElasticsearchServer start() {
    return builder().start();
  }

  /** What a server is started with. */
  public static final class Builder {
    private String heap = "512m";
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Builder() {}

    /** The heap, as Java's {@code -Xmx} takes it; default 512m. */
    public Builder heap(String size) {
      heap = size;
      return this;
    }

    /** One more setting, as elasticsearch.yml has it. */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** Starts it; returns once it takes requests. */
    public ElasticsearchServer start() {
      try {
        Path base = ServerJars.of("elasticsearch").resolveSibling("runs");
        Files.createDirectories(base);
        ElasticsearchServer server =
            new ElasticsearchServer(this, Files.createTempDirectory(base, "elasticsearch-"));
        server.up(true);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  void takePorts() {
    httpPort = FreePorts.next();
    transportPort = FreePorts.next();
  }

  @Override
  List<String> command() {
    Path jars = ServerJars.of("elasticsearch");
    Path home = home(jars);
    List<String> command = java();
    command.addAll(List.of("-Xms" + settings.heap, "-Xmx" + settings.heap));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:+UseG1GC", "-Xshare:auto"));
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-Djava.security.manager=allow");
    command.add("-Dlog4j2.disable.jmx=true");
    command.add("-Djava.io.tmpdir=" + folder("tmp"));
    command.add("-Djna.nosys=true");
    command.add("-Des.nativelibs.path=" + home.resolve("lib/platform/" + platform()));
    // It finds its plugins' services through the modules that its own jars are.
    command.addAll(List.of("--module-path", home.resolve("lib").toString()));
    command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    command.add("-cp");
    command.add(
        ServerJars.ownClasses()
            + System.getProperty("path.separator")
            + jars.resolve("boot").toString());
    command.add(EndsWithParent.class.getName());
    command.add("org.pandagraph.servers.elasticsearch.ElasticsearchMain");
    command.addAll(List.of(home.toString(), writeConfiguration().toString()));
    command.add("transport-netty4,x-pack-core");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("path.data", data().toString());
    all.put("path.logs", root.resolve("logs").toString());
    all.put("http.port", Integer.toString(httpPort));
    all.put("transport.port", Integer.toString(transportPort));
    all.put("xpack.security.enabled", "false");
    all.putAll(settings.settings);
    all.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  private static Path home(Path jars) {
    try (Stream<Path> folders = Files.list(jars)) {
      // The last one, where an older version was left there.
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("elasticsearch-"))
          .max(Path::compareTo)
          .orElseThrow(() -> new IllegalStateException("no distribution in " + jars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String platform() {
    return System.getProperty("os.arch").equals("aarch64") ? "linux-aarch64" : "linux-x64";
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path writeConfiguration() {
    Path conf = folder("conf");
    try (InputStream template =
        ElasticsearchServer.class.getResourceAsStream("elasticsearch-log4j2.properties")) {
      Files.copy(template, conf.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return conf;
  }

  /** Where clients find it: {@code http://127.0.0.1:PORT}; the same after a restart. */
  public String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  @Override
  public void close() {
    super.close();
    Folders.delete(root.resolve("tmp"));
  }
}
