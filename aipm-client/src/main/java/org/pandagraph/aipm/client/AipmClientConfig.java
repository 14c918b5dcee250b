/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.pandagraph.aipm.wire.Priority;

/** How a client reaches the AIPM service, and what it takes from it. Immutable. */
public final class AipmClientConfig {
  private URI url = URI.create("http://127.0.0.1:7690");
  private String token;
  private Duration connectTimeout = Duration.ofSeconds(3);
  private Duration timeout = Duration.ofSeconds(60);
  private Duration catalogueTtl = Duration.ofSeconds(60);
  private Duration restAfterFailure = Duration.ofSeconds(2);
  private Priority priority = Priority.INTERACTIVE;
  private int maxBatchCount = 64;
  private long maxBatchBytes = 64L << 20;
  private long maxAnswerBytes = 64L << 20;
  private int maxUploads = 4;

  private AipmClientConfig() {}

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder(new AipmClientConfig());
  }

  /** The service's address; default {@code http://127.0.0.1:7690}. */
  public URI url() {
    return url;
  }

  /** The bearer token; default null, none is sent. */
  public String token() {
    return token;
  }

  /** For making a connection; default 3 s. */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /** For one request from its first byte to the answer's last; default 60 s. */
  public Duration timeout() {
    return timeout;
  }

  /** How long a catalogue is good for; default 60 s. */
  public Duration catalogueTtl() {
    return catalogueTtl;
  }

  /**
   * After a failed connection calls fail at once for this long, so that a service which is down
   * does not cost each row of a query a time-out; default 2 s.
   */
  public Duration restAfterFailure() {
    return restAfterFailure;
  }

  /** The class of this client's requests; default interactive. */
  public Priority priority() {
    return priority;
  }

  /** Items in one request, 1 to 1024; default 64. */
  public int maxBatchCount() {
    return maxBatchCount;
  }

  /** Bytes of the contents and values of one request, one item always goes; default 64 MB. */
  public long maxBatchBytes() {
    return maxBatchBytes;
  }

  /** Bytes of one answer; default 64 MB. */
  public long maxAnswerBytes() {
    return maxAnswerBytes;
  }

  /** Contents uploaded at the same time for one call, 1 to 64; default 4. */
  public int maxUploads() {
    return maxUploads;
  }

  /** Builds a configuration; not thread-safe. */
  public static final class Builder {
    private final AipmClientConfig c;

    private Builder(AipmClientConfig c) {
      this.c = c;
    }

    /**
     * @throws IllegalArgumentException where it is no http or https URL of a host
     */
    public Builder url(URI v) {
      boolean http =
          "http".equalsIgnoreCase(v.getScheme()) || "https".equalsIgnoreCase(v.getScheme());
      if (!http || v.getHost() == null || v.getRawQuery() != null || v.getRawUserInfo() != null) {
        throw new IllegalArgumentException(
            "`"
                + v
                + "` is no address of an AIPM service: expected http://host:port or https://host:port");
      }
      c.url = v;
      return this;
    }

    public Builder token(String v) {
      c.token = v == null || v.isBlank() ? null : v.trim();
      return this;
    }

    public Builder connectTimeout(Duration v) {
      c.connectTimeout = positive("connectTimeout", v);
      return this;
    }

    public Builder timeout(Duration v) {
      c.timeout = positive("timeout", v);
      return this;
    }

    public Builder catalogueTtl(Duration v) {
      c.catalogueTtl = positive("catalogueTtl", v);
      return this;
    }

    /** Zero turns it off. */
    public Builder restAfterFailure(Duration v) {
      if (v.isNegative()) {
        throw new IllegalArgumentException("restAfterFailure is negative: " + v);
      }
      c.restAfterFailure = v;
      return this;
    }

    public Builder priority(Priority v) {
      c.priority = Objects.requireNonNull(v);
      return this;
    }

    public Builder maxBatchCount(int v) {
      c.maxBatchCount = (int) within("maxBatchCount", v, 1, 1024);
      return this;
    }

    public Builder maxBatchBytes(long v) {
      c.maxBatchBytes = within("maxBatchBytes", v, 1, Long.MAX_VALUE);
      return this;
    }

    public Builder maxAnswerBytes(long v) {
      c.maxAnswerBytes = within("maxAnswerBytes", v, 1024, 1L << 30);
      return this;
    }

    public Builder maxUploads(int v) {
      c.maxUploads = (int) within("maxUploads", v, 1, 64);
      return this;
    }

    /** The configuration; the builder must not be used afterwards. */
    public AipmClientConfig build() {
      return c;
    }

    private static Duration positive(String name, Duration v) {
      if (v.isZero() || v.isNegative()) {
        throw new IllegalArgumentException(name + " is a positive time, not " + v);
      }
      return v;
    }

    private static long within(String name, long v, long min, long max) {
      if (v < min || v > max) {
        throw new IllegalArgumentException(
            name + " is between " + min + " and " + max + ", not " + v);
      }
      return v;
    }
  }
}
