/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;
import org.neo4j.dbms.api.DatabaseManagementService;

/** Counts answers by method and status. */
@Provider
public final class RequestCount implements ContainerResponseFilter {
  private static final java.util.Set<String> METHODS =
      java.util.Set.of("GET", "HEAD", "POST", "OPTIONS");

  @Context private DatabaseManagementService databases;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Anybody can make methods up; a figure for each would fill the memory.
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    Gateway.find(databases)
        .ifPresent(gateway -> gateway.metrics().answered(method, response.getStatus()));
  }
}
