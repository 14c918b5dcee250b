/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.RejectedState;

/** One bulk request being written. For one thread. */
final class BulkBody {
  /** Some thousand small documents fill a request long before the bytes do. */
  static final int MOST_STATES = 2_500;

  /** What no server takes: {@code http.max_content_length} is 100 MB. */
  static final int MOST_DOCUMENT_BYTES = 64 << 20;

  private static final byte[] DOUBLE_END = "}}\n".getBytes(StandardCharsets.US_ASCII);

  private final Documents documents;
  private final int bytes;
  private final Buffer body;
  private final List<EntityState> states = new ArrayList<>();

  /**
   * @param bytes from which on it is full
   * @param expected about how many it will have
   */
  BulkBody(Documents documents, int bytes, int expected) {
    this.documents = documents;
    this.bytes = bytes;
    this.body = new Buffer(expected);
  }

  /** The bytes of a byte array stream, without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    Buffer(int expected) {
      super(expected);
    }

    byte[] bytes() {
      return buf;
    }

    void truncate(int length) {
      count = length;
    }
  }

  /**
   * Adds a state.
   *
   * @param alias where it goes
   * @return why it can never be added; null where it was
   */
  RejectedState add(EntityState state, String alias) {
    int start = body.size();
    try {
      action(state, alias);
      if (!state.isDeleted()) {
        documents.write(state, body);
        body.write('\n');
      }
    } catch (IllegalArgumentException e) {
      body.truncate(start);
      return new RejectedState(state, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (body.size() - start > MOST_DOCUMENT_BYTES) {
      int length = body.size() - start;
      body.truncate(start);
      return new RejectedState(
          state, "the document has " + length + " bytes; at most are " + MOST_DOCUMENT_BYTES);
    }
    states.add(state);
    return null;
  }

  private void action(EntityState state, String alias) throws IOException {
    String action =
        (state.isDeleted() ? "{\"delete\":{\"_index\":\"" : "{\"index\":{\"_index\":\"")
            + alias
            + "\",\"_id\":\""
            + state.id()
            + "\",\"version_type\":\"external_gte\",\"version\":"
            + state.version();
    body.write(action.getBytes(StandardCharsets.US_ASCII));
    body.write(DOUBLE_END);
  }

  boolean isFull() {
    return body.size() >= bytes || states.size() >= MOST_STATES;
  }

  boolean isEmpty() {
    return states.isEmpty();
  }

  /** In the order of the answer. */
  List<EntityState> states() {
    return states;
  }

  byte[] bytes() {
    return body.bytes();
  }

  int length() {
    return body.size();
  }
}
