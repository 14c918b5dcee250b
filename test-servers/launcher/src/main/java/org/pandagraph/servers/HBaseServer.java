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

/**
 * A real HBase with its ZooKeeper in one JVM of its own, on this machine's loopback address, free
 * ports and a folder of its own. Starting takes some 10 seconds. Not thread-safe.
 *
 * <p>{@link #close} removes the data and keeps the logs ({@link #logs}). Where this JVM ends first,
 * however it ends, the server ends with it.
 */
public final class HBaseServer extends LocalServer {
  private static final String READY = "Master has completed initialization";

  private final Builder settings;
  private final Path root;
  private int port;
  private int masterPort;
  private int regionServerPort;

  private HBaseServer(Builder settings, Path root) {
    super("HBase", READY, root, settings.data == null ? root.resolve("data") : settings.data);
    this.settings = settings;
    this.root = root;
  }

  /** How to start one. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one with the defaults. */
  public static HBaseServer start() {
    return builder().start();
  }

  /** What a server is started with. */
  public static final class Builder {
    private String heap = "768m";
    private Path data;
    private String user;
    private final Map<String, String> properties = new LinkedHashMap<>();

    private Builder() {}

    /** Largest heap, as Java's {@code -Xmx} takes it; default 768m. */
    public Builder heap(String size) {
      heap = size;
      return this;
    }

    /**
     * Where the data goes, such as a small file system to fill; default a fresh folder, which is
     * removed at the end. This one is left as it is.
     */
    public Builder data(Path directory) {
      data = directory.toAbsolutePath();
      return this;
    }

    /**
     * The user it takes itself for, who may do everything where HBase asks for permissions; default
     * the one that this JVM runs as.
     */
    public Builder user(String name) {
      user = name;
      return this;
    }

    /** One more property of hbase-site.xml. */
    public Builder property(String name, String value) {
      properties.put(name, value);
      return this;
    }

    /** Starts it; returns once it takes requests. */
    public HBaseServer start() {
      try {
        Path base = ServerJars.of("hbase").resolveSibling("runs");
        Files.createDirectories(base);
        HBaseServer server = new HBaseServer(this, Files.createTempDirectory(base, "hbase-"));
        server.up(true);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  void takePorts() {
    port = FreePorts.next();
    // Kept over restarts, too: a server that comes back takes over from itself at once, another
    // one waits until the session of the dead one ends.
    masterPort = FreePorts.next();
    regionServerPort = FreePorts.next();
  }

  @Override
  List<String> command() {
    Path conf = writeConfiguration();
    List<String> command = java();
    command.addAll(List.of("-Xms128m", "-Xmx" + settings.heap, "-XX:+ExitOnOutOfMemoryError"));
    command.add("-XX:+UseG1GC");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-Dorg.apache.hbase.thirdparty.io.netty.tryReflectionSetAccessible=true");
    command.add("-Dpanda.hbase.data=" + data());
    command.add("-Dpanda.hbase.zookeeper.port=" + port);
    command.add("-Dpanda.hbase.master.port=" + masterPort);
    command.add("-Dpanda.hbase.regionserver.port=" + regionServerPort);
    if (settings.user != null) {
      command.add("-DHADOOP_USER_NAME=" + settings.user);
    }
    for (String open :
        List.of(
            "java.base/java.nio",
            "java.base/sun.nio.ch",
            "java.base/java.lang",
            "java.base/jdk.internal.ref",
            "java.base/java.lang.reflect",
            "java.base/java.util",
            "java.base/java.util.concurrent")) {
      command.addAll(List.of("--add-opens", open + "=ALL-UNNAMED"));
    }
    for (String export :
        List.of(
            "java.base/jdk.internal.misc",
            "java.security.jgss/sun.security.krb5",
            "java.base/sun.net.dns",
            "java.base/sun.net.util")) {
      command.addAll(List.of("--add-exports", export + "=ALL-UNNAMED"));
    }
    command.addAll(
        List.of(
            "-cp",
            String.join(
                System.getProperty("path.separator"),
                conf.toString(),
                ServerJars.ownClasses().toString(),
                ServerJars.of("hbase") + "/*"),
            EndsWithParent.class.getName(),
            "org.apache.hadoop.hbase.master.HMaster"));
    // Before the verb: behind it, HBase knows of no such options.
    settings.properties.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.add("start");
    return command;
  }

  private Path writeConfiguration() {
    Path conf = root.resolve("conf");
    try {
      Files.createDirectories(conf);
      for (String file : List.of("hbase-site.xml", "log4j.properties")) {
        try (InputStream template = HBaseServer.class.getResourceAsStream(file)) {
          Files.copy(template, conf.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return conf;
  }

  /** Where clients find it: {@code 127.0.0.1:PORT} of its ZooKeeper; the same after a restart. */
  public String quorum() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    if (settings.data == null) {
      super.close();
    } else {
      killWhereItRuns();
    }
  }
}
