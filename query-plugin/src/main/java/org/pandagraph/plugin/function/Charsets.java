/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Texts as bytes and back. What does not fit an encoding is an error, never a question mark. */
final class Charsets {
  private Charsets() {}

  static Charset named(String function, String encoding) {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Arguments.invalid(
          function
              + ": there is no encoding `"
              + encoding
              + "`"
              + NearestName.hint(encoding, Charset.availableCharsets().keySet()));
    }
  }

  static byte[] encode(String function, String text, Charset charset) {
    if (!charset.canEncode()) {
      throw Arguments.invalid(function + ": `" + charset.name() + "` is for reading only");
    }
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw Arguments.invalid(
          function + ": the text has characters that `" + charset.name() + "` cannot express");
    }
  }

  static String decode(String function, byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CypherPlusError(
          PluginErrorCode.CONTENT_UNREADABLE,
          function + ": the content is not a text in `" + charset.name() + "`",
          CypherPlusError.NO_OFFSET);
    }
  }
}
