/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.core.Variant;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;

/** Contents of a database, for whoever logged in. */
@Path("/db/{database}/blob")
public final class BlobResource {
  private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

  @Context private DatabaseManagementService databases;
  @Context private HttpServletRequest servlet;
  @Context private HttpHeaders headers;
  @Context private HttpServletResponse response;

  /** Gives a content. */
  @GET
  @Path("/{digest}")
  public Response get(
      @PathParam("database") String database,
      @PathParam("digest") String digest,
      @QueryParam("download") String download) {
    return answer(database, digest, download, true);
  }

  /** Gives a content's headers. */
  @HEAD
  @Path("/{digest}")
  public Response head(
      @PathParam("database") String database,
      @PathParam("digest") String digest,
      @QueryParam("download") String download) {
    return answer(database, digest, download, false);
  }

  private Response answer(String name, String digest, String download, boolean body) {
    Login.require(servlet);
    Gateway gateway = Gateway.of(databases);
    String database = gateway.database(databases, name);
    Blob blob = gateway.content(database, Digests.of(digest));
    return new ContentAnswer(
            gateway.store(database),
            blob,
            headers,
            response,
            gateway.transfers(),
            gateway.metrics())
        .answer(body, download, YEAR_SECONDS, "same-origin");
  }

  /**
   * Stores the request's body as it comes; what it is, its bytes tell. The answer has the reference
   * to use as a property's value, which is all of it for a client that prefers text.
   */
  @POST
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  public Response store(
      @PathParam("database") String name,
      @Context UriInfo uri,
      @Context Request request,
      InputStream body) {
    Login.require(servlet);
    Gateway gateway = Gateway.of(databases);
    String database = gateway.database(databases, name);
    Blob blob;
    try (Transfers.Transfer transfer = gateway.transfers().begin()) {
      blob = new Upload(headers, gateway.maxBytes()).store(body, gateway.store(database));
    }
    gateway.metrics().received(blob.length());
    BlobDigest digest = blob.digest();
    Response.ResponseBuilder answer =
        Response.created(uri.getAbsolutePathBuilder().path(digest.toHex()).build())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("X-Content-Type-Options", "nosniff");
    Variant variant =
        request.selectVariant(
            List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
                new Variant(MediaType.TEXT_PLAIN_TYPE, (String) null, null)));
    if (variant != null && variant.getMediaType().equals(MediaType.TEXT_PLAIN_TYPE)) {
      return answer.type(MediaType.TEXT_PLAIN_TYPE).entity(blob.toReference()).build();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reference", blob.toReference());
    json.put("digest", digest.toHex());
    json.put("length", blob.length());
    json.put("mime", blob.mimeType());
    json.put("url", gateway.links().of(database, blob));
    return answer.type(MediaType.APPLICATION_JSON_TYPE).entity(json).build();
  }
}
