/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.pandagraph.servers.FreePorts;
import org.pandagraph.servers.HBaseServer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;

/**
 * HBase as Apache distributes it, standalone, in a container with the same configuration as {@link
 * HBaseServer}.
 *
 * <p>Its ZooKeeper tells clients where master and region server listen, so the ports are the same
 * inside and outside.
 */
final class ContainerHBase implements AutoCloseable {
  private static final String VERSION = "2.6.4";
  private static final String DISTRIBUTION =
      "https://archive.apache.org/dist/hbase/%1$s/hbase-%1$s-hadoop3-bin.tar.gz".formatted(VERSION);

  private final GenericContainer<?> container;
  private final int zookeeper;

  private ContainerHBase(GenericContainer<?> container, int zookeeper) {
    this.container = container;
    this.zookeeper = zookeeper;
  }

  /** Makes the image where it is not there yet, which downloads some 300 MB, and starts it. */
  static ContainerHBase start() {
    int zookeeper = FreePorts.next();
    int master = FreePorts.next();
    int regionServer = FreePorts.next();
    GenericContainer<?> container =
        new GenericContainer<>(image())
            .withEnv("HBASE_MANAGES_ZK", "false")
            .withEnv(
                "HBASE_OPTS",
                "-Xmx768m -Dpanda.hbase.data=/data"
                    + " -Dpanda.hbase.zookeeper.port=%d".formatted(zookeeper)
                    + " -Dpanda.hbase.master.port=%d".formatted(master)
                    + " -Dpanda.hbase.regionserver.port=%d".formatted(regionServer))
            .withCopyToContainer(Transferable.of(configuration()), "/opt/hbase/conf/hbase-site.xml")
            .withCommand(
                "bin/hbase",
                "master",
                "-D",
                "hbase.master.ipc.address=0.0.0.0",
                "-D",
                "hbase.regionserver.ipc.address=0.0.0.0",
                "-D",
                "hbase.zookeeper.property.clientPortAddress=0.0.0.0",
                "start")
            .waitingFor(Wait.forLogMessage(".*Master has completed initialization.*", 1))
            .withStartupTimeout(Duration.ofMinutes(3));
    container.setPortBindings(
        Stream.of(zookeeper, master, regionServer).map(port -> port + ":" + port).toList());
    container.start();
    return new ContainerHBase(container, zookeeper);
  }

  private static ImageFromDockerfile image() {
    return new ImageFromDockerfile("pandagraph/hbase-for-tests:" + VERSION, false)
        .withDockerfileFromBuilder(
            builder ->
                builder
                    .from("eclipse-temurin:17-jdk")
                    .run(
                        "mkdir /opt/hbase && curl -fsSL "
                            + DISTRIBUTION
                            + " | tar -xz --strip-components=1 -C /opt/hbase")
                    .workDir("/opt/hbase")
                    .build());
  }

  private static byte[] configuration() {
    try (InputStream file = HBaseServer.class.getResourceAsStream("hbase-site.xml")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String quorum() {
    return "127.0.0.1:" + zookeeper;
  }

  @Override
  public void close() {
    container.stop();
  }
}
