/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the administrator allows blob literals to reach. Immutable. Without any setting: no file, no
 * host, at most 1 GiB.
 */
public final class SourcePolicy {
  /** Setting of {@link Builder#importDirectory}. */
  public static final String IMPORT_DIRECTORY = "dbms.directories.import";

  /** Setting of {@link Builder#additionalRoots}. */
  public static final String ADDITIONAL_ROOTS = "panda.blob.file.additional_roots";

  /** Setting of {@link Builder#allowedHosts}. */
  public static final String ALLOWED_HOSTS = "panda.blob.url.allowed_hosts";

  /** Setting of {@link Builder#allowedAddresses}. */
  public static final String ALLOWED_ADDRESSES = "panda.blob.url.allowed_addresses";

  /** Setting of {@link Builder#maxBytes}. */
  public static final String MAX_BYTES = "panda.blob.max_bytes";

  /** Setting of {@link Builder#connectTimeout}. */
  public static final String CONNECT_TIMEOUT = "panda.blob.url.connect_timeout";

  /** Setting of {@link Builder#readTimeout}. */
  public static final String READ_TIMEOUT = "panda.blob.url.read_timeout";

  /** Setting of {@link Builder#totalTimeout}. */
  public static final String TOTAL_TIMEOUT = "panda.blob.url.total_timeout";

  /** Setting of {@link Builder#maxRedirects}. */
  public static final String MAX_REDIRECTS = "panda.blob.url.max_redirects";

  /** Setting of {@link Builder#knownHosts}. */
  public static final String KNOWN_HOSTS = "panda.blob.sftp.known_hosts";

  private final Path importDirectory;
  private final List<Path> additionalRoots;
  private final List<HostPattern> allowedHosts;
  private final List<AddressRange> allowedAddresses;
  private final long maxBytes;
  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Duration totalTimeout;
  private final int maxRedirects;
  private final Path knownHosts;

  private SourcePolicy(Builder b) {
    this.importDirectory = b.importDirectory;
    this.additionalRoots = List.copyOf(b.additionalRoots);
    this.allowedHosts = List.copyOf(b.allowedHosts);
    this.allowedAddresses = List.copyOf(b.allowedAddresses);
    this.maxBytes = b.maxBytes;
    this.connectTimeout = b.connectTimeout;
    this.readTimeout = b.readTimeout;
    this.totalTimeout = b.totalTimeout;
    this.maxRedirects = b.maxRedirects;
    this.knownHosts = b.knownHosts;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<Path> importDirectory() {
    return Optional.ofNullable(importDirectory);
  }

  public List<Path> additionalRoots() {
    return additionalRoots;
  }

  /** The import directory, where there is one, and the additional roots. */
  List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    importDirectory().ifPresent(roots::add);
    roots.addAll(additionalRoots);
    return roots;
  }

  boolean allowsHost(String host) {
    return allowedHosts.stream().anyMatch(pattern -> pattern.matches(host));
  }

  /** For messages: the patterns as they were set; empty where no host is allowed. */
  String describeHosts() {
    return allowedHosts.stream().map(HostPattern::toString).collect(Collectors.joining(", "));
  }

  List<AddressRange> allowedAddresses() {
    return allowedAddresses;
  }

  /** Most bytes a content may have. */
  public long maxBytes() {
    return maxBytes;
  }

  public Duration connectTimeout() {
    return connectTimeout;
  }

  public Duration readTimeout() {
    return readTimeout;
  }

  public Duration totalTimeout() {
    return totalTimeout;
  }

  public int maxRedirects() {
    return maxRedirects;
  }

  public Optional<Path> knownHosts() {
    return Optional.ofNullable(knownHosts);
  }

  /** Collects a policy. For one thread. Each method refuses what is out of range. */
  public static final class Builder {
    private Path importDirectory;
    private List<Path> additionalRoots = List.of();
    private List<HostPattern> allowedHosts = List.of();
    private List<AddressRange> allowedAddresses = List.of();
    private long maxBytes = 1L << 30;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(15);
    private Duration totalTimeout = Duration.ofSeconds(60);
    private int maxRedirects = 5;
    private Path knownHosts;

    private Builder() {}

    /**
     * Where relative file literals look, and where absolute ones may lie.
     *
     * @param directory null for none (the default)
     */
    public Builder importDirectory(Path directory) {
      this.importDirectory = directory;
      return this;
    }

    /** Further directories in which absolute file literals may lie; default none. */
    public Builder additionalRoots(Collection<Path> directories) {
      this.additionalRoots = List.copyOf(directories);
      return this;
    }

    /**
     * Hosts that URL literals may name; default none, so that URL literals are off.
     *
     * @param patterns a name or address; {@code *.example.org} for every name below {@code
     *     example.org}, but not itself; {@code *} for every host
     */
    public Builder allowedHosts(Collection<String> patterns) {
      this.allowedHosts =
          patterns.stream().map(HostPattern::parse).collect(Collectors.toUnmodifiableList());
      return this;
    }

    /**
     * Addresses that may be connected to although they are not public (loopback, link-local,
     * private, reserved and the like, IPv4 addresses within IPv6 ones included); default none.
     *
     * @param ranges addresses or CIDR blocks: {@code 10.1.0.0/16}, {@code ::1}
     */
    public Builder allowedAddresses(Collection<String> ranges) {
      this.allowedAddresses =
          ranges.stream().map(AddressRange::parse).collect(Collectors.toUnmodifiableList());
      return this;
    }

    /** Most bytes a content may have, at least 0; default 1 GiB. */
    public Builder maxBytes(long bytes) {
      require(bytes >= 0, MAX_BYTES, bytes, "at least 0");
      this.maxBytes = bytes;
      return this;
    }

    /** Longest wait for a connection; default 5 s. */
    public Builder connectTimeout(Duration time) {
      this.connectTimeout = positive(CONNECT_TIMEOUT, time);
      return this;
    }

    /** Longest wait for the next bytes; default 15 s. */
    public Builder readTimeout(Duration time) {
      this.readTimeout = positive(READ_TIMEOUT, time);
      return this;
    }

    /** Longest time for a content from a URL, redirects included; default 60 s. */
    public Builder totalTimeout(Duration time) {
      this.totalTimeout = positive(TOTAL_TIMEOUT, time);
      return this;
    }

    /** How many redirects are followed, at least 0; default 5. */
    public Builder maxRedirects(int count) {
      require(count >= 0, MAX_REDIRECTS, count, "at least 0");
      this.maxRedirects = count;
      return this;
    }

    /**
     * Keys of the sftp servers that may be talked to, in OpenSSH's format.
     *
     * @param file null for none (the default), so that sftp literals are off
     */
    public Builder knownHosts(Path file) {
      this.knownHosts = file;
      return this;
    }

    public SourcePolicy build() {
      return new SourcePolicy(this);
    }

    private static Duration positive(String setting, Duration time) {
      Objects.requireNonNull(time, setting);
      require(
          time.toMillis() > 0 && time.toMillis() <= Integer.MAX_VALUE,
          setting,
          time,
          "from 1 ms to 24 days");
      return time;
    }

    private static void require(boolean good, String setting, Object value, String allowed) {
      if (!good) {
        throw new IllegalArgumentException(setting + " has to be " + allowed + ", not " + value);
      }
    }
  }
}
