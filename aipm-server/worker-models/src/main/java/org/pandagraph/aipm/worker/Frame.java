/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One frame of the worker protocol, see the package's description. */
record Frame(ObjectNode header, List<byte[]> parts) {
  static final int MAX_HEADER_BYTES = 16 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXCERPT = 80;

  /** Something on stdout that is no frame. */
  static final class Malformed extends IOException {
    Malformed(String message) {
      super(message);
    }
  }

  static ObjectNode header(String type, long id) {
    return JSON.createObjectNode().put("type", type).put("id", id);
  }

  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }

  /** Bytes of all parts. */
  long size() {
    return parts.stream().mapToLong(p -> p.length).sum();
  }

  void write(OutputStream out) throws IOException {
    ObjectNode full = header;
    if (!parts.isEmpty()) {
      full = header.deepCopy();
      ArrayNode lengths = full.putArray("parts");
      parts.forEach(p -> lengths.add(p.length));
    }
    byte[] json = JSON.writeValueAsBytes(full);
    out.write(ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array());
    for (byte[] part : parts) {
      out.write(part);
    }
    out.flush();
  }

  /**
   * Reads the next frame.
   *
   * @param maxBytes of all parts together
   * @return null at the end of the stream
   * @throws Malformed where the bytes are no frame, or a frame that is too large
   */
  static Frame read(DataInputStream in, long maxBytes) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    byte[] rest = in.readNBytes(3);
    if (rest.length < 3) {
      throw new EOFException("ended within a message");
    }
    int length = ByteBuffer.allocate(4).put((byte) first).put(rest).getInt(0);
    if (length < 2 || length > MAX_HEADER_BYTES) {
      throw new Malformed("printed what is no message: " + excerpt(first, rest, in));
    }
    ObjectNode header = parse(readFully(in, length));
    List<byte[]> parts = new ArrayList<>();
    long total = 0;
    for (JsonNode part : header.path("parts")) {
      total += part.asLong(-1);
      if (!part.canConvertToInt() || part.asInt() < 0 || total > maxBytes) {
        throw new Malformed("sent a message of more than " + maxBytes + " bytes");
      }
      parts.add(readFully(in, part.asInt()));
    }
    return new Frame(header, parts);
  }

  private static ObjectNode parse(byte[] json) throws Malformed {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // Said below, with what it was.
    }
    throw new Malformed("printed what is no message: " + printable(json));
  }

  private static byte[] readFully(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ended within a message");
    }
    return bytes;
  }

  private static String excerpt(int first, byte[] rest, DataInputStream in) throws IOException {
    // Only what is there already: waiting for more could take for ever.
    byte[] more = in.readNBytes(Math.min(EXCERPT, in.available()));
    return printable(
        ByteBuffer.allocate(4 + more.length).put((byte) first).put(rest).put(more).array());
  }

  private static String printable(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, EXCERPT), StandardCharsets.UTF_8);
    return '"' + text.replaceAll("[^\\x20-\\x7e]", ".") + '"';
  }
}
