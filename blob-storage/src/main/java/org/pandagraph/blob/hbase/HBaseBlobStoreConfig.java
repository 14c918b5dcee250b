/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an HBase is and how contents are kept in it. Immutable; holds no class of HBase's.
 *
 * <p>Each setter of the builder says its default, unit and range, and refuses what lies outside
 * with an {@link IllegalArgumentException} that says what is allowed.
 */
public final class HBaseBlobStoreConfig {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;
  private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]");
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_]{1,100}");
  private static final Pattern ZNODE = Pattern.compile("(/[A-Za-z0-9._-]+)+");

  /** When a write counts as done. */
  public enum Durability {
    /**
     * The log is flushed to the operating systems of all its replicas: survives the death of any
     * process. On HDFS that is several machines; on a local disk it does not survive loss of power.
     */
    SYNC_WAL,
    /** The log is flushed to the disks, too. */
    FSYNC_WAL
  }

  /** How HBase compresses contents; the servers need the codec. */
  public enum Compression {
    NONE,
    GZ,
    SNAPPY,
    LZ4,
    ZSTD
  }

  private final Builder b;

  private HBaseBlobStoreConfig(Builder b) {
    this.b = b;
  }

  /**
   * Starts with the defaults.
   *
   * @param quorum servers of HBase's ZooKeeper, {@code host:port} separated by commas; a port left
   *     out is 2181
   */
  public static Builder builder(String quorum) {
    return new Builder(quorum);
  }

  /** Servers of HBase's ZooKeeper, {@code host:port} separated by commas. */
  public String quorum() {
    return b.quorum;
  }

  /** See {@link Builder#znodeParent}. */
  public String znodeParent() {
    return b.znodeParent;
  }

  /** See {@link Builder#namespace}. */
  public String namespace() {
    return b.namespace;
  }

  /** See {@link Builder#inlineLimit}. */
  public int inlineLimit() {
    return b.inlineLimit;
  }

  /** See {@link Builder#chunkSize}. */
  public int chunkSize() {
    return b.chunkSize;
  }

  /** See {@link Builder#durability}. */
  public Durability durability() {
    return b.durability;
  }

  /** See {@link Builder#compression}. */
  public Compression compression() {
    return b.compression;
  }

  /** See {@link Builder#regions}. */
  public int regions() {
    return b.regions;
  }

  /** See {@link Builder#connectTimeout}. */
  public Duration connectTimeout() {
    return b.connectTimeout;
  }

  /** See {@link Builder#operationTimeout}. */
  public Duration operationTimeout() {
    return b.operationTimeout;
  }

  /** See {@link Builder#rpcTimeout}. */
  public Duration rpcTimeout() {
    return b.rpcTimeout;
  }

  /** See {@link Builder#retries}. */
  public int retries() {
    return b.retries;
  }

  /** See {@link Builder#writeWindow}. */
  public int writeWindow() {
    return b.writeWindow;
  }

  /** See {@link Builder#readWindow}. */
  public int readWindow() {
    return b.readWindow;
  }

  /** See {@link Builder#maxRequests}. */
  public int maxRequests() {
    return b.maxRequests;
  }

  /** See {@link Builder#properties}. */
  public Optional<Path> properties() {
    return Optional.ofNullable(b.properties);
  }

  /** Collects a configuration. Not thread-safe. */
  public static final class Builder implements Cloneable {
    private final String quorum;
    private String znodeParent = "/hbase";
    private String namespace = "panda";
    private int inlineLimit = MIB;
    private int chunkSize = MIB;
    private Durability durability = Durability.FSYNC_WAL;
    private Compression compression = Compression.NONE;
    private int regions = 16;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration operationTimeout = Duration.ofSeconds(60);
    private Duration rpcTimeout = Duration.ofSeconds(20);
    private int retries = 10;
    private int writeWindow = 8 * MIB;
    private int readWindow = 4 * MIB;
    private int maxRequests = 64;
    private Path properties;

    private Builder(String quorum) {
      if (quorum.isBlank()) {
        throw new IllegalArgumentException("no servers of HBase's ZooKeeper: expected host:port");
      }
      for (String server : quorum.split(",", -1)) {
        requireServer(server.strip(), quorum);
      }
      this.quorum = quorum.replaceAll("\\s", "");
    }

    private static void requireServer(String server, String quorum) {
      int colon = server.lastIndexOf(':');
      boolean withPort = colon > server.lastIndexOf(']');
      String host = withPort ? server.substring(0, colon) : server;
      String port = withPort ? server.substring(colon + 1) : "2181";
      if (!SERVER.matcher(host).matches()
          || !port.matches("[0-9]{1,5}")
          || Integer.parseInt(port) < 1
          || Integer.parseInt(port) > 65535) {
        throw new IllegalArgumentException(
            "'"
                + server
                + "' in '"
                + quorum
                + "' is no server of HBase's ZooKeeper: expected host:port, separated by commas");
      }
    }

    /** ZooKeeper node below which the cluster registers; default {@code /hbase}. */
    public Builder znodeParent(String path) {
      znodeParent = requireMatch("znode parent", path, ZNODE, "a path such as /hbase");
      return this;
    }

    /** HBase namespace that holds the tables: one a database; default {@code panda}. */
    public Builder namespace(String name) {
      namespace = requireMatch("namespace", name, NAMESPACE, "1 to 100 letters, digits and _");
      return this;
    }

    /**
     * Up to which length, in bytes, a content is one cell; default 1 MiB, from 0 to 8 MiB. What is
     * longer is kept in chunks. Can be changed at any time: it is for contents stored from then on.
     */
    public Builder inlineLimit(int bytes) {
      inlineLimit = requireRange("inline limit", bytes, 0, 8 * MIB);
      return this;
    }

    /**
     * Length of a chunk in bytes; default 1 MiB, from 64 KiB to 8 MiB in steps of 64 KiB. Can be
     * changed at any time: it is for contents stored from then on.
     */
    public Builder chunkSize(int bytes) {
      requireRange("chunk size", bytes, 64 * KIB, 8 * MIB);
      if (bytes % (64 * KIB) != 0) {
        throw new IllegalArgumentException(
            "the chunk size " + bytes + " is not a multiple of 65536 bytes");
      }
      chunkSize = bytes;
      return this;
    }

    /** When a write counts as done; default {@link Durability#FSYNC_WAL}. */
    public Builder durability(Durability value) {
      durability = Objects.requireNonNull(value);
      return this;
    }

    /** Compression of contents, used where the tables are made; default none. */
    public Builder compression(Compression value) {
      compression = Objects.requireNonNull(value);
      return this;
    }

    /**
     * How many regions the tables of contents and chunks are split into where they are made;
     * default 16, from 1 to 4096. Some per region server.
     */
    public Builder regions(int count) {
      regions = requireRange("number of regions", count, 1, 4096);
      return this;
    }

    /** How long finding the cluster may take; default 10 s, from 100 ms to 10 min. */
    public Builder connectTimeout(Duration atMost) {
      connectTimeout = requireTimeout("connect timeout", atMost);
      return this;
    }

    /** How long one operation may take with all its retries; default 60 s, 100 ms to 10 min. */
    public Builder operationTimeout(Duration atMost) {
      operationTimeout = requireTimeout("operation timeout", atMost);
      return this;
    }

    /** How long a server may take to answer one request; default 20 s, 100 ms to 10 min. */
    public Builder rpcTimeout(Duration atMost) {
      rpcTimeout = requireTimeout("request timeout", atMost);
      return this;
    }

    /**
     * How often a request is sent again after an error that may pass (a region moves, a server is
     * busy or gone), within the operation timeout; default 10, from 0 to 100.
     */
    public Builder retries(int count) {
      retries = requireRange("number of retries", count, 0, 100);
      return this;
    }

    /**
     * How many bytes of one content may be under way to HBase at a time, at least one chunk;
     * default 8 MiB, from 64 KiB to 256 MiB.
     */
    public Builder writeWindow(int bytes) {
      writeWindow = requireRange("write window", bytes, 64 * KIB, 256 * MIB);
      return this;
    }

    /**
     * How many bytes of one content are read ahead of the reader, at least one chunk; default 4
     * MiB, from 64 KiB to 256 MiB.
     */
    public Builder readWindow(int bytes) {
      readWindow = requireRange("read window", bytes, 64 * KIB, 256 * MIB);
      return this;
    }

    /**
     * How many operations of this store may be under way at a time, further ones wait; default 64,
     * from 1 to 4096.
     */
    public Builder maxRequests(int count) {
      maxRequests = requireRange("number of requests", count, 1, 4096);
      return this;
    }

    /**
     * A file in the form of hbase-site.xml with further properties, such as those for Kerberos and
     * TLS; what is set here wins over it. Default none.
     *
     * @param file null for none
     */
    public Builder properties(Path file) {
      properties = file;
      return this;
    }

    /** The configuration; the builder can go on being used. */
    public HBaseBlobStoreConfig build() {
      return new HBaseBlobStoreConfig(clone());
    }

    @Override
    protected Builder clone() {
      try {
        return (Builder) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String requireMatch(
        String what, String value, Pattern allowed, String description) {
      if (!allowed.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "the " + what + " '" + value + "' is not " + description);
      }
      return value;
    }

    private static int requireRange(String what, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "the " + what + " " + value + " is not from " + least + " to " + most);
      }
      return value;
    }

    private static Duration requireTimeout(String what, Duration value) {
      if (value.compareTo(Duration.ofMillis(100)) < 0
          || value.compareTo(Duration.ofMinutes(10)) > 0) {
        throw new IllegalArgumentException(
            "the " + what + " " + value + " is not from 100 ms to 10 min");
      }
      return value;
    }
  }
}
