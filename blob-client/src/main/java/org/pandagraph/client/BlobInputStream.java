/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The content of a blob, read over Bolt with {@code panda.blob.stream} while it is consumed. About
 * {@value #WINDOW_BYTES} bytes are in memory at most: each query asks for no more than that,
 * whatever the session's fetch size. The read that reaches the end compares length and digest with
 * the reference and fails where they differ.
 *
 * <p>Uses the session or transaction it was given, and does not close it; between two reads the
 * session may run other queries. For one thread, as sessions are.
 */
public final class BlobInputStream extends InputStream {
  /** The most that one query asks for, in bytes. */
  public static final int WINDOW_BYTES = 4 * 1024 * 1024;

  private static final int CHUNK_BYTES = 512 * 1024;
  private static final String NOT_THE_SERVERS = "N/A";
  private static final String QUERY =
      "CALL panda.blob.stream($blob, $chunk, $offset, $length) YIELD offset, bytes"
          + " RETURN offset, bytes";

  private final QueryRun queries;
  private final BlobReference reference;
  private final MessageDigest digest = sha256();
  private Iterator<Record> window;
  private long windowEnd;
  private byte[] chunk = {};
  private int used;

  /** How many bytes came from the server. */
  private long received;

  private IOException failure;
  private boolean closed;

  private BlobInputStream(QueryRun queries, BlobReference reference) {
    this.queries = queries;
    this.reference = reference;
  }

  /**
   * Opens a blob; the server is first asked by the first read.
   *
   * @param runner a session or transaction, open for as long as this is read
   * @param reference the string a query gave for the blob
   * @throws IllegalArgumentException where it is no reference
   */
  public static BlobInputStream open(QueryRunner runner, String reference) {
    Objects.requireNonNull(runner);
    return open(
        (String query, Map<String, Object> parameters) -> runner.run(query, parameters), reference);
  }

  /** As {@link #open(QueryRunner, String)}, for whatever can run a query: {@code tx::run}. */
  public static BlobInputStream open(QueryRun queries, String reference) {
    return new BlobInputStream(
        Objects.requireNonNull(queries),
        BlobReference.parse(reference)
            .orElseThrow(
                () -> new IllegalArgumentException("not a blob's reference: " + reference)));
  }

  /** Which blob this is. */
  public BlobReference reference() {
    return reference;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws BlobAccessException where the server refuses, or the content is not what the reference
   *     says; each further read throws it again
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (closed) {
      throw new IOException("the stream is closed");
    }
    if (failure != null) {
      throw failure;
    }
    if (length == 0) {
      return 0;
    }
    if (used == chunk.length && !nextChunk()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - used);
    System.arraycopy(chunk, used, into, offset, count);
    used += count;
    return count;
  }

  @Override
  public int available() {
    return closed ? 0 : chunk.length - used;
  }

  /** Lets go of what has not been read; the session stays open. */
  @Override
  public void close() {
    closed = true;
    chunk = new byte[0];
    used = 0;
    window = null;
  }

  private boolean nextChunk() throws IOException {
    try {
      return fetch();
    } catch (Neo4jException e) {
      failure = new BlobAccessException(e.code(), e.getMessage(), e);
      throw failure;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private boolean fetch() throws IOException {
    // A blob of no bytes is asked for, too: the server then says whether it may be read.
    if (received == reference.length() && window != null) {
      return false;
    }
    if (window == null || received == windowEnd) {
      windowEnd = Math.min(reference.length(), received + WINDOW_BYTES);
      window = queries.run(QUERY, parameters(windowEnd - received));
    }
    if (!window.hasNext()) {
      if (received == reference.length()) {
        check();
        return false;
      }
      throw wrong("ends at " + received + " of " + reference.length() + " bytes");
    }
    chunk = window.next().get("bytes").asByteArray();
    used = 0;
    received += chunk.length;
    digest.update(chunk);
    if (received > windowEnd) {
      throw wrong("is longer than its reference says");
    }
    if (received == reference.length()) {
      check();
    }
    return true;
  }

  private Map<String, Object> parameters(long length) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("blob", reference.toString());
    parameters.put("chunk", CHUNK_BYTES);
    parameters.put("offset", received);
    parameters.put("length", length);
    return parameters;
  }

  private void check() throws IOException {
    if (!MessageDigest.isEqual(digest.digest(), reference.digest())) {
      throw wrong("does not have the digest of its reference");
    }
  }

  private IOException wrong(String how) {
    chunk = new byte[0];
    used = 0;
    return new BlobAccessException(
        NOT_THE_SERVERS, "the content of " + reference + " " + how, null);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
