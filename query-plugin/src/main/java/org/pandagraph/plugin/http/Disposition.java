/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a browser shows a content or saves it, and under which name (RFC 6266). Shown is what
 * cannot run anything: raster pictures, audio, video, plain text. Everything else is saved.
 */
public final class Disposition {
  /** The longest file name that is sent, in characters. */
  static final int MAX_NAME = 150;

  private static final Pattern SHOWN =
      Pattern.compile(
          "image/(png|jpeg|gif|webp|bmp|avif|apng|x-icon|vnd\\.microsoft\\.icon|tiff)"
              + "|(audio|video)/[a-z0-9.-]+|text/plain");

  private static final String UNRESERVED = "!#$&+-.^_`|~";

  private Disposition() {}

  /** Whether a browser may show contents of this type. */
  public static boolean isShown(String mimeType) {
    return SHOWN.matcher(mimeType).matches();
  }

  /**
   * The header's value.
   *
   * @param download the name the client asks to save under, null where it does not ask
   * @param otherwise a name of letters and digits, for a content that is saved and has no other
   */
  public static String of(String mimeType, String download, String otherwise) {
    if (download == null && isShown(mimeType)) {
      return "inline";
    }
    String name = download == null ? "" : clean(download);
    return "attachment; " + fileName(name.isEmpty() ? otherwise : name);
  }

  /** Nothing that a file system or a person could take for more than a name. */
  private static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints()
        .filter(c -> Character.isDefined(c) && !isDangerous(c))
        .limit(MAX_NAME)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip().replaceFirst("^\\.+", "").replaceFirst("[. ]+$", "");
  }

  private static boolean isDangerous(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || "/\\:*?\"<>|".indexOf(c) >= 0;
  }

  private static String fileName(String name) {
    StringBuilder ascii = new StringBuilder();
    name.codePoints().forEach(c -> ascii.append(c < 128 && c != '%' ? (char) c : '_'));
    String plain = "filename=\"" + ascii + "\"";
    return ascii.toString().equals(name) ? plain : plain + "; filename*=UTF-8''" + encoded(name);
  }

  /** RFC 8187 section 3.2. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
