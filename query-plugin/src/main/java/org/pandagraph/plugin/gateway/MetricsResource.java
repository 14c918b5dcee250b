/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.pandagraph.plugin.metrics.MetricsPage;

/** The plugin's figures in Prometheus' text format, for whoever logged in. */
@Path("/metrics")
public final class MetricsResource {
  @Context private DatabaseManagementService databases;
  @Context private HttpServletRequest servlet;

  /** Gives the page. */
  @GET
  public Response get() {
    Login.require(servlet);
    MetricsPage page = Gateway.of(databases).page();
    StreamingOutput output = page::write;
    return Response.ok(output)
        .header(HttpHeaders.CONTENT_TYPE, MetricsPage.CONTENT_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
