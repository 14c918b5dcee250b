/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.wire.WireErrorCode;

/** Who may ask: everybody for the health, else who has the token. Thread-safe. */
final class Access {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final byte[] token;

  /**
   * @param token null where everybody on this machine may ask
   */
  Access(String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws ServiceException {@code UNAUTHORIZED}
   */
  void check(Context context) {
    if (context.path().equals("/v1/health")) {
      return;
    }
    if (token == null) {
      checkHost(context);
      return;
    }
    String given = context.header("Authorization");
    if (given == null
        || !given.startsWith(SCHEME)
        || !MessageDigest.isEqual(
            token, given.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8))) {
      throw new ServiceException(
          WireErrorCode.UNAUTHORIZED,
          given == null
              ? "send the service's token as `Authorization: Bearer ...`"
              : "this is not the service's token");
    }
  }

  /** Without a token, a page in a browser must not reach the service under a name of its own. */
  private static void checkHost(Context context) {
    String host = context.header("Host");
    String name = host == null ? "" : host.replaceAll(":\\d+$", "");
    if (!LOOPBACK_NAMES.contains(name) || context.header("Origin") != null) {
      throw new ServiceException(
          WireErrorCode.UNAUTHORIZED,
          "a service without a token answers callers on its own machine only, and no browser");
    }
  }
}
