/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;

/** What can be wrong with a blob literal without looking at what it names. */
final class LiteralCheck {
  private LiteralCheck() {}

  /**
   * @param token a literal with its angle brackets
   * @throws CypherPlusSyntaxException where it can name nothing
   */
  static void check(CypherToken token, String userText) {
    String text = token.getText();
    int colon = text.indexOf(':');
    BlobScheme scheme = BlobScheme.of(text.substring(1, colon));
    String content =
        text.substring(text.startsWith("//", colon + 1) ? colon + 3 : colon + 1, text.length() - 1);
    String problem;
    if (scheme == BlobScheme.BASE64) {
      problem = base64Problem(content);
    } else if (scheme == BlobScheme.FILE) {
      problem = content.isBlank() || content.equals("/") ? "it names no file" : null;
    } else {
      problem = urlProblem(text.substring(1, text.length() - 1));
    }
    if (problem != null) {
      throw new CypherPlusSyntaxException(
          SyntaxErrorCode.MALFORMED_LITERAL,
          "Malformed " + scheme.text() + " literal: " + problem,
          userText,
          token.start());
    }
  }

  private static String base64Problem(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean known = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
      if (!known) {
        return "'" + c + "' is no base64 character (A-Z, a-z, 0-9, '+', '/', and '=' at the end)";
      }
    }
    try {
      Base64.getDecoder().decode(content);
      return null;
    } catch (IllegalArgumentException e) {
      return "base64 comes in groups of four characters, the last one filled up with '='";
    }
  }

  private static String urlProblem(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || uri.getHost().isEmpty()) {
        return "it names no host";
      }
      return null;
    } catch (URISyntaxException e) {
      boolean early = e.getIndex() >= url.length();
      return early
          ? "it names no host"
          : "it is no URL: " + e.getReason().toLowerCase(Locale.ROOT) + " (percent-encode it?)";
    }
  }
}
