/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.pandagraph.blob.BlobIOException;

/** {@code base64://aGk=}: the content itself (RFC 4648 section 4, padded). */
final class Base64Source implements ContentSource {
  private final long maxBytes;

  Base64Source(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public InputStream open(SourceUri uri, Fetch fetch) throws IOException {
    String text = uri.rest();
    requireAlphabet(text);
    if (text.length() % 4 != 0) {
      throw SourceUri.malformed(
          "base64 text comes in groups of four characters, the last filled up with '='; there are "
              + text.length());
    }
    requireLength(text);
    try {
      return new ByteArrayInputStream(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw SourceUri.malformed("base64 text has '=' only at its end, and at most two of them");
    }
  }

  private static void requireAlphabet(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean good =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/'
              || c == '=';
      if (!good) {
        throw SourceUri.malformed(
            "base64 text has letters, digits, '+', '/' and '=' at its end, not "
                + (Character.isISOControl(c) || Character.isWhitespace(c)
                    ? String.format("white space or control characters (U+%04X)", c)
                    : "'" + Character.toString(c) + "'"));
      }
    }
  }

  private void requireLength(String text) throws BlobIOException {
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    BoundedContent.requireAllowed(text.length() / 4 * 3L - padding, maxBytes);
  }
}
