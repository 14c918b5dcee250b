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
import java.time.Duration;
import java.util.ArrayList;
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
public final class ElasticsearchServer implements AutoCloseable {
  private static final String READY = "READY";
  private static final Duration START = Duration.ofSeconds(120);
  private static final int ATTEMPTS = 3;

  private final Builder settings;
  private final Path root;
  private final Path data;
  private int httpPort;
  private int transportPort;
  private int starts;
  private ServerProcess process;

  private ElasticsearchServer(Builder settings, Path root) {
    this.settings = settings;
    this.root = root;
    this.data = root.resolve("data");
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

  private void up(boolean anyPort) {
    for (int attempt = 1; ; attempt++) {
      if (anyPort) {
        httpPort = FreePorts.next();
        transportPort = FreePorts.next();
      }
      Path log = root.resolve("elasticsearch-" + ++starts + ".log");
      process = ServerProcess.start(command(), root, log);
      if (process.awaitLog(READY, START)) {
        return;
      }
      process.kill();
      // Somebody else may have been quicker to take the port.
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("Elasticsearch does not start, see " + log);
      }
    }
  }

  private List<String> command() {
    Path jars = ServerJars.of("elasticsearch");
    Path home = home(jars);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
    all.put("path.data", data.toString());
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

  /** The folder with the logs of all its starts. */
  public Path logs() {
    return root;
  }

  /** The folder with its data. */
  public Path data() {
    return data;
  }

  /** Process id of the present run. */
  public long pid() {
    return process.pid();
  }

  /** Shuts it down in order; the data stay. */
  public void stop() {
    process.stop();
  }

  /** SIGKILL; the data stay. */
  public void kill() {
    process.kill();
  }

  /** SIGSTOP: it keeps its connections, and answers nothing until {@link #resume}. */
  public void pause() {
    process.signal("STOP");
  }

  /** SIGCONT. */
  public void resume() {
    process.signal("CONT");
  }

  /** Starts it again on the same data and the same ports, killing it where it runs. */
  public void restart() {
    if (process.isAlive()) {
      process.kill();
    }
    up(false);
  }

  /** Kills it and removes its data, so that it comes back as another cluster. */
  public void restartEmpty() {
    if (process.isAlive()) {
      process.kill();
    }
    Folders.delete(data);
    up(false);
  }

  /** Kills it and removes its data; the logs stay. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.kill();
    }
    Folders.delete(data);
    Folders.delete(root.resolve("tmp"));
  }
}
