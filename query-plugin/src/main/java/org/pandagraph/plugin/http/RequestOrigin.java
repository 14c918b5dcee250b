/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a browser sends a request for a page of another site, which may do so with the login that
 * the browser keeps: Fetch Metadata, and Origin of RFC 6454 where a browser knows only that.
 */
public final class RequestOrigin {
  /** {@code none}: a user's own doing, no page's. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Types that a form may have: with these, browsers ask nobody (Fetch, CORS-safelisted). */
  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([^/?#@]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

  /** Also of an IPv6 address in brackets. */
  private static final Pattern AUTHORITY = Pattern.compile("(\\[[^]]*]|[^:]*)(?::([0-9]*))?");

  private RequestOrigin() {}

  /**
   * Looks at a request's headers; null stands for one that is not there.
   *
   * @param fetchSite Sec-Fetch-Site; where it is there, it counts alone
   * @return false, too, where no browser sent it
   */
  public static boolean isForeign(String fetchSite, String origin, String host) {
    if (fetchSite != null) {
      return !OWN_SITES.contains(fetchSite.strip());
    }
    return origin != null && !isSame(origin.strip(), host);
  }

  /**
   * Whether a browser asks a server before it sends contents of a type there for another site, and
   * sends nothing where the server's rules for other sites (CORS) do not allow it.
   *
   * @param contentType null where there is none
   */
  public static boolean isAskedForFirst(String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    // What a browser does with what is no type is not certain.
    return TYPE.matcher(type).matches() && !FORM_TYPES.contains(type);
  }

  private static boolean isSame(String origin, String host) {
    Matcher m = ORIGIN.matcher(origin);
    if (host == null || !m.matches()) {
      return false;
    }
    String defaultPort = m.group(1).equalsIgnoreCase("https") ? "443" : "80";
    return authority(m.group(2), defaultPort).equals(authority(host.strip(), defaultPort));
  }

  private static String authority(String text, String defaultPort) {
    Matcher m = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return text;
    }
    String port = m.group(2);
    return m.group(1) + ":" + (port == null || port.isEmpty() ? defaultPort : port);
  }
}
