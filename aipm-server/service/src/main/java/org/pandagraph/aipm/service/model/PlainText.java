/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** {@code text} of plain text: by its byte order mark, or UTF-8, or else Windows-1252. */
public final class PlainText extends ContentModel {
  private static final int MAX_BYTES = 16 << 20;

  private static final ModelDescriptor TEXT =
      ModelDescriptor.extractor("text", "1", ValueDomain.of("text/plain"))
          .resultType("STRING")
          .costMillis(1.0)
          .description("The text; null where it is blank")
          .build();

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.of(TEXT);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException {
    if (input.length() > MAX_BYTES) {
      throw new UnreadableContentException(
          ModelResult.Fault.CONTENT_TOO_LARGE,
          "a text may have " + MAX_BYTES + " bytes, not " + input.length());
    }
    String text = decoded(input.bytes()).strip();
    return text.isEmpty() ? null : text;
  }

  static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
