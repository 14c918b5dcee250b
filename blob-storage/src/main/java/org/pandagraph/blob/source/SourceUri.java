/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/** A URI as in a blob literal, taken apart. Immutable. */
final class SourceUri {
  static final List<String> SCHEMES =
      List.of("file", "http", "https", "ftp", "ftps", "sftp", "base64");

  private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "ftps", "sftp");

  private final String scheme;
  private final String rest;

  private SourceUri(String scheme, String rest) {
    this.scheme = scheme;
    this.rest = rest;
  }

  /**
   * @throws BlobException MALFORMED_URI where it has no known scheme, or no {@code //} where its
   *     scheme wants one
   */
  static SourceUri parse(String uri) {
    int colon = uri.indexOf(':');
    if (colon < 0) {
      throw malformed("a blob literal starts with a scheme and a colon: " + known());
    }
    String scheme = uri.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw malformed(
          "there is no scheme '" + abbreviated(scheme) + "'" + nearest(scheme) + "; " + known());
    }
    String rest = uri.substring(colon + 1);
    if (!scheme.equals("file")) {
      if (!rest.startsWith("//")) {
        throw malformed("after '" + scheme + ":' comes '//'");
      }
      rest = rest.substring(2);
    }
    return new SourceUri(scheme, rest);
  }

  /** Lower case, one of {@link #SCHEMES}. */
  String scheme() {
    return scheme;
  }

  /** What follows {@code scheme://}; of a file what follows {@code file:}. */
  String rest() {
    return rest;
  }

  /**
   * The place in the network, read by the rules of http URLs, which are those of the other schemes,
   * too, but for the default port: {@link #port}.
   *
   * @throws BlobException MALFORMED_URI
   */
  HttpUrl location() {
    HttpUrl url = HttpUrl.parse((scheme.equals("https") ? "https://" : "http://") + escaped());
    if (url == null || url.host().isEmpty()) {
      throw malformed(
          "the address in '"
              + shown()
              + "' is not well-formed; expected "
              + scheme
              + "://host:port/path with a port from 1 to 65535");
    }
    return url;
  }

  /** Only http has queries; elsewhere a question mark is part of a path. */
  private String escaped() {
    return scheme.startsWith("http") ? rest : rest.replace("?", "%3F");
  }

  /** The port of {@link #location}, or that default where the URI names none. */
  int port(int defaultPort) {
    int asHttp = location().port();
    HttpUrl asHttps = HttpUrl.parse("https://" + escaped());
    boolean named = asHttps != null && asHttps.port() == asHttp;
    return named ? asHttp : defaultPort;
  }

  /** For messages: no user name, no password, no query, and nothing of a content. */
  String shown() {
    if (scheme.equals("base64")) {
      return "base64://...";
    }
    return NETWORK.contains(scheme) ? shown(scheme, rest) : "file:" + rest;
  }

  /**
   * A URL for messages. Whatever stands before an @ may be a password, also where it is not quoted
   * as it should be.
   */
  static String shown(HttpUrl url) {
    String text = url.toString();
    int colon = text.indexOf(':');
    return shown(text.substring(0, colon), text.substring(colon + 3));
  }

  private static String shown(String scheme, String rest) {
    String kept = rest.substring(rest.lastIndexOf('@') + 1);
    String path = kept.split("[?#]", 2)[0];
    return scheme + "://" + (path.length() == kept.length() ? path : path + "?...");
  }

  static BlobException malformed(String message) {
    return new BlobException(BlobErrorCode.MALFORMED_URI, message);
  }

  private static String known() {
    return "known schemes are " + String.join(", ", SCHEMES);
  }

  private static String abbreviated(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }

  private static String nearest(String scheme) {
    return SCHEMES.stream()
        .filter(known -> isNear(known, scheme))
        .findFirst()
        .map(known -> " (did you mean '" + known + "'?)")
        .orElse("");
  }

  /** Whether they have the same letters, but for one that is missing, added or another. */
  private static boolean isNear(String one, String other) {
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 1
        || sorted(one).equals(sorted(other));
  }

  private static String sorted(String text) {
    return text.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
