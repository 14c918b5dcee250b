/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.util.Locale;
import okhttp3.HttpUrl;

/** Which hosts a URL literal may name. Immutable. */
final class HostPattern {
  private final String text;

  /** What a host has to be, or to end with. */
  private final String name;

  private HostPattern(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * @throws IllegalArgumentException on anything but a host, {@code *.domain} and {@code *}
   */
  static HostPattern parse(String text) {
    String trimmed = text.strip();
    if (trimmed.equals("*")) {
      return new HostPattern(trimmed, "");
    }
    boolean below = trimmed.startsWith("*.");
    String host = below ? trimmed.substring(2) : trimmed;
    String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    HttpUrl url = HttpUrl.parse("http://" + bracketed + "/");
    boolean onlyHost =
        url != null
            && host.chars().noneMatch(c -> "*/?#@\\".indexOf(c) >= 0)
            && url.port() == HttpUrl.defaultPort("http")
            && !(host.indexOf(':') >= 0 && !url.host().contains(":"));
    if (!onlyHost) {
      throw new IllegalArgumentException(
          SourcePolicy.ALLOWED_HOSTS
              + ": '"
              + text
              + "' is neither a host (without scheme, port and path) nor *.domain nor *");
    }
    return new HostPattern(trimmed, below ? "." + plain(url.host()) : plain(url.host()));
  }

  boolean matches(String host) {
    if (name.isEmpty()) {
      return true;
    }
    String asked = plain(host);
    return name.startsWith(".")
        ? asked.endsWith(name) && asked.length() > name.length()
        : asked.equals(name);
  }

  /** The dot that ends a fully qualified name means nothing here. */
  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  @Override
  public String toString() {
    return text;
  }
}
