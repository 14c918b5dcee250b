/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an Elasticsearch is and how it is used. Immutable.
 *
 * <p>Each setter of the builder says its default, unit and range, and refuses what lies outside
 * with an {@link IllegalArgumentException} that says what is allowed.
 */
public final class ElasticsearchConfig {
  private static final int MIB = 1 << 20;
  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_]{0,49}");
  private static final Pattern DATABASE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

  private final Builder b;

  private ElasticsearchConfig(Builder b) {
    this.b = b;
  }

  /**
   * Starts with the defaults.
   *
   * @param hosts {@code http://host:port} or {@code https://host:port}, separated by commas; a port
   *     left out is 9200
   * @param database name of the database; its data are apart from others'
   */
  public static Builder builder(String hosts, String database) {
    return new Builder(hosts, database);
  }

  /** As {@code http://host:port} each; at least one. */
  public List<URI> hosts() {
    return b.hosts;
  }

  /** Name of the database. */
  public String database() {
    return b.database;
  }

  /** See {@link Builder#indexPrefix}. */
  public String indexPrefix() {
    return b.indexPrefix;
  }

  /** See {@link Builder#owner}. */
  public Optional<String> owner() {
    return Optional.ofNullable(b.owner);
  }

  /** What the names of its indexes begin with, as {@code panda-neo4j-1f09d3a24c5b}. */
  public String indexNames() {
    String names = b.indexPrefix + "-" + b.database;
    return b.owner == null ? names : names + "-" + OwnerToken.of(b.owner);
  }

  /** See {@link Builder#apiKey}. */
  public Optional<String> apiKey() {
    return Optional.ofNullable(b.apiKey);
  }

  /** See {@link Builder#basicAuthentication}. */
  public Optional<String> username() {
    return Optional.ofNullable(b.username);
  }

  /** See {@link Builder#basicAuthentication}. */
  public Optional<String> password() {
    return Optional.ofNullable(b.password);
  }

  /** See {@link Builder#certificateAuthority}. */
  public Optional<Path> certificateAuthority() {
    return Optional.ofNullable(b.certificateAuthority);
  }

  /** See {@link Builder#connectTimeout}. */
  public Duration connectTimeout() {
    return b.connectTimeout;
  }

  /** See {@link Builder#readTimeout}. */
  public Duration readTimeout() {
    return b.readTimeout;
  }

  /** See {@link Builder#writeTimeout}. */
  public Duration writeTimeout() {
    return b.writeTimeout;
  }

  /** See {@link Builder#readRetries}. */
  public int readRetries() {
    return b.readRetries;
  }

  /** See {@link Builder#writeRetries}. */
  public int writeRetries() {
    return b.writeRetries;
  }

  /** See {@link Builder#retryDelay}. */
  public Duration retryDelay() {
    return b.retryDelay;
  }

  /** See {@link Builder#connections}. */
  public int connections() {
    return b.connections;
  }

  /** See {@link Builder#pageSize}. */
  public int pageSize() {
    return b.pageSize;
  }

  /** See {@link Builder#bulkBytes}. */
  public int bulkBytes() {
    return b.bulkBytes;
  }

  /** See {@link Builder#shards}. */
  public int shards() {
    return b.shards;
  }

  /** See {@link Builder#replicas}. */
  public int replicas() {
    return b.replicas;
  }

  /** See {@link Builder#fullText}. */
  public boolean fullText() {
    return b.fullText;
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return b.hosts + ", indexes " + indexNames() + "-*";
  }

  /** Collects what makes a configuration. */
  public static final class Builder implements Cloneable {
    private final List<URI> hosts;
    private final String database;
    private String indexPrefix = "panda";
    private String owner;
    private String apiKey;
    private String username;
    private String password;
    private Path certificateAuthority;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration readTimeout = Duration.ofSeconds(10);
    private Duration writeTimeout = Duration.ofSeconds(60);
    private int readRetries = 1;
    private int writeRetries = 5;
    private Duration retryDelay = Duration.ofMillis(100);
    private int connections = 32;
    private int pageSize = 10_000;
    private int bulkBytes = 8 * MIB;
    private int shards = 1;
    private int replicas = 1;
    private boolean fullText = true;

    private Builder(String hosts, String database) {
      this.hosts = parse(hosts);
      if (!DATABASE.matcher(database).matches()) {
        throw new IllegalArgumentException(
            "the database name '" + database + "' is not 1 to 63 of a-z, 0-9, . and -");
      }
      this.database = database;
    }

    private static List<URI> parse(String hosts) {
      List<URI> uris = new ArrayList<>();
      for (String host : hosts.split(",", -1)) {
        uris.add(host(host.trim()));
      }
      return List.copyOf(uris);
    }

    private static URI host(String text) {
      try {
        URI uri = URI.create(text);
        if (isHost(uri)) {
          int port = uri.getPort() < 0 ? 9200 : uri.getPort();
          return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
        }
      } catch (IllegalArgumentException malformed) {
        // Said below.
      }
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no Elasticsearch host: expected http://host:port or https://host:port");
    }

    private static boolean isHost(URI uri) {
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
          && uri.getQuery() == null
          && uri.getPort() != 0
          && uri.getPort() < 65536;
    }

    /**
     * What the names of all its indexes begin with; default {@code panda}, 1 to 50 of a-z, 0-9 and
     * _. Two Neo4j servers on one cluster need different ones where they have no {@link #owner}.
     */
    public Builder indexPrefix(String prefix) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new IllegalArgumentException(
            "the index prefix '" + prefix + "' is not 1 to 50 of a-z, 0-9 and _");
      }
      indexPrefix = prefix;
      return this;
    }

    /**
     * Whose graph it is; default none. Owners that differ never see or touch each other's indexes:
     * a token of it is in their names, and it is itself in their mappings, for people.
     *
     * @param text the same at each opening; null for none
     */
    public Builder owner(String text) {
      owner = text;
      return this;
    }

    /**
     * An API key as Elasticsearch gives it out, in its encoded form; default none.
     *
     * @param key null for none
     */
    public Builder apiKey(String key) {
      apiKey = key;
      return this;
    }

    /**
     * A user and password; default none. An API key goes before it.
     *
     * @param user null for none
     */
    public Builder basicAuthentication(String user, String secret) {
      username = user;
      password = user == null ? null : Objects.requireNonNull(secret);
      return this;
    }

    /**
     * A PEM file with the certificates of the authorities that may have signed the hosts'; default
     * those that Java trusts.
     *
     * @param file null for the default
     */
    public Builder certificateAuthority(Path file) {
      certificateAuthority = file;
      return this;
    }

    /** How long connecting may take; default 2 s, from 100 ms to 10 min. */
    public Builder connectTimeout(Duration atMost) {
      connectTimeout = requireTime("connect timeout", atMost, 100);
      return this;
    }

    /**
     * How long a query, a page of ids or a count may take, each time it is tried; default 10 s,
     * from 100 ms to 10 min.
     */
    public Builder readTimeout(Duration atMost) {
      readTimeout = requireTime("read timeout", atMost, 100);
      return this;
    }

    /**
     * How long writing some states, making them visible, or a change to indexes may take, each time
     * it is tried; default 60 s, from 100 ms to 10 min.
     */
    public Builder writeTimeout(Duration atMost) {
      writeTimeout = requireTime("write timeout", atMost, 100);
      return this;
    }

    /**
     * How often a read is tried again after an error that may pass; default 1, from 0 to 100: the
     * one who asks has Neo4j to turn to.
     */
    public Builder readRetries(int count) {
      readRetries = requireRange("number of read retries", count, 0, 100);
      return this;
    }

    /** How often a write is tried again after an error that may pass; default 5, 0 to 100. */
    public Builder writeRetries(int count) {
      writeRetries = requireRange("number of write retries", count, 0, 100);
      return this;
    }

    /**
     * How long to wait before trying again, doubled each time up to 5 s; default 100 ms, from 1 ms
     * to 10 min.
     */
    public Builder retryDelay(Duration first) {
      retryDelay = requireTime("retry delay", first, 1);
      return this;
    }

    /** How many connections there may be to all hosts together; default 32, from 2 to 1,024. */
    public Builder connections(int count) {
      connections = requireRange("number of connections", count, 2, 1024);
      return this;
    }

    /** How many ids are in a page; default 10,000, from 10 to 10,000. */
    public Builder pageSize(int ids) {
      pageSize = requireRange("page size", ids, 10, 10_000);
      return this;
    }

    /**
     * How many bytes of documents go into one request; default 8 MiB, from 64 KiB to 64 MiB, and
     * below the servers' {@code http.max_content_length}. A longer document goes alone.
     */
    public Builder bulkBytes(int bytes) {
      bulkBytes = requireRange("bulk size", bytes, 64 * 1024, 64 * MIB);
      return this;
    }

    /**
     * Primary shards of an index, used when one is made; default 1, from 1 to 1,024. One holds some
     * 100 million small documents.
     */
    public Builder shards(int count) {
      shards = requireRange("number of shards", count, 1, 1024);
      return this;
    }

    /** Copies of each shard, used when an index is made; default 1, from 0 to 10. */
    public Builder replicas(int count) {
      replicas = requireRange("number of replicas", count, 0, 10);
      return this;
    }

    /**
     * Whether strings are indexed for full-text search, too; default true. Used for states applied
     * from then on.
     */
    public Builder fullText(boolean on) {
      fullText = on;
      return this;
    }

    /** The configuration; the builder can go on being used. */
    public ElasticsearchConfig build() {
      return new ElasticsearchConfig(clone());
    }

    @Override
    protected Builder clone() {
      try {
        return (Builder) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static int requireRange(String what, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "the " + what + " " + value + " is not from " + least + " to " + most);
      }
      return value;
    }

    private static Duration requireTime(String what, Duration value, int leastMillis) {
      if (value.compareTo(Duration.ofMillis(leastMillis)) < 0
          || value.compareTo(Duration.ofMinutes(10)) > 0) {
        throw new IllegalArgumentException(
            "the " + what + " " + value + " is not from " + leastMillis + " ms to 10 min");
      }
      return value;
    }
  }
}
