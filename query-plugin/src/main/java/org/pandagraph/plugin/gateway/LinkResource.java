/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;

/** Contents for whoever has a signed link, until it expires. */
@Path(LinkResource.PATH + "/{database}/{digest}/{expires: [0-9]{1,18}}/{signature}")
public final class LinkResource {
  /** All that opens without a login is below. */
  static final String PATH = "link";

  @Context private DatabaseManagementService databases;
  @Context private HttpHeaders headers;
  @Context private HttpServletResponse response;

  @PathParam("database")
  private String name;

  @PathParam("digest")
  private String digestText;

  @PathParam("expires")
  private long expires;

  @PathParam("signature")
  private String signature;

  @QueryParam("download")
  private String download;

  /** Gives a content. */
  @GET
  public Response get() {
    return answer(true);
  }

  /** Gives a content's headers. */
  @HEAD
  public Response head() {
    return answer(false);
  }

  private Response answer(boolean body) {
    Gateway gateway = Gateway.of(databases);
    BlobDigest digest = Digests.of(digestText);
    // The signature first: without one nobody learns which databases and contents there are.
    switch (gateway.links().check(name, digest, expires, signature)) {
      case FORGED:
        throw new GatewayError(
            403, Status.Security.Forbidden, "No key of this server signed this link as it is.");
      case EXPIRED:
        throw new GatewayError(410, Status.Security.TokenExpired, "The link has expired.");
      default:
        break;
    }
    String database = gateway.database(databases, name);
    Blob blob = gateway.content(database, digest);
    return new ContentAnswer(
            gateway.store(database),
            blob,
            headers,
            response,
            gateway.transfers(),
            gateway.metrics())
        .answer(body, download, gateway.links().secondsUntil(expires), "cross-origin");
  }
}
