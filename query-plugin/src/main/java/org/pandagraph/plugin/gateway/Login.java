/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.security.Principal;
import javax.servlet.http.HttpServletRequest;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.server.rest.dbms.DelegatingPrincipal;

/**
 * Whether somebody logged in. Neo4j's filter has asked already; this holds, too, where somebody put
 * the path on the allow list, and keeps out who has to change the password first.
 */
final class Login {
  private Login() {}

  /**
   * @throws GatewayError 401 or 403
   */
  static void require(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    if (!(principal instanceof DelegatingPrincipal)) {
      throw new GatewayError(401, Status.Security.Unauthorized, "Log in to use this address.")
          .with("WWW-Authenticate", "Basic realm=\"Neo4j\"");
    }
    AuthenticationResult result =
        ((DelegatingPrincipal) principal).getLoginContext().subject().getAuthenticationResult();
    if (result != AuthenticationResult.SUCCESS) {
      throw new GatewayError(
          403,
          Status.Security.CredentialsExpired,
          "Change the password first: ALTER CURRENT USER SET PASSWORD FROM '...' TO '...'.");
    }
  }
}
