/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Errors in the form of Neo4j's HTTP API: {@code {"errors": [{"code": ..., "message": ...}]}}. What
 * nobody expected goes to debug.log, and the client learns no more than that it happened.
 */
@Provider
public final class ErrorAnswers implements ExceptionMapper<Throwable> {
  @Context private DatabaseManagementService databases;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable problem) {
    Throwable cause = problem instanceof Gateway.CannotRead ? problem.getCause() : problem;
    return builder(cause).build();
  }

  /** Who comes with a link has no login: where the store is, and why it fails, is not for them. */
  private String told(String message) {
    if (!uri.getPath().startsWith(LinkResource.PATH)) {
      return message;
    }
    Gateway.find(databases).ifPresent(gateway -> gateway.linkFailed(message));
    return "The content cannot be read now; the server's debug.log says why.";
  }

  private Response.ResponseBuilder builder(Throwable problem) {
    Response.ResponseBuilder answer;
    if (problem instanceof GatewayError) {
      GatewayError error = (GatewayError) problem;
      answer = answer(error.httpStatus(), error.code(), error.getMessage());
      error.headers().forEach(answer::header);
    } else if (problem instanceof BlobException) {
      answer = of(((BlobException) problem).code(), told(problem.getMessage()));
    } else if (problem instanceof BlobIOException) {
      answer = of(((BlobIOException) problem).code(), told(problem.getMessage()));
    } else if (problem instanceof CypherPlusError) {
      CypherPlusError error = (CypherPlusError) problem;
      answer = answer(status(error.code()), error.status(), told(error.problem()));
    } else if (problem instanceof WebApplicationException) {
      Response standard = ((WebApplicationException) problem).getResponse();
      answer = answer(standard.getStatus(), Status.Request.Invalid, problem.getMessage());
      Object allow = standard.getHeaders().getFirst(HttpHeaders.ALLOW);
      if (allow != null) {
        answer.header(HttpHeaders.ALLOW, allow);
      }
    } else {
      Gateway.find(databases).ifPresent(gateway -> gateway.unexpected(problem));
      answer = answer(500, Status.General.UnknownError, "The gateway failed; debug.log says how.");
    }
    return answer;
  }

  private static Response.ResponseBuilder of(BlobErrorCode code, String message) {
    PluginErrorCode known = ErrorTranslation.of(code);
    return answer(code == BlobErrorCode.TOO_LARGE ? 413 : status(known), known.status(), message);
  }

  private static int status(PluginErrorCode code) {
    switch (code.fault()) {
      case USER:
        return 400;
      case EXTERNAL:
        return 503;
      default:
        return 500;
    }
  }

  private static Response.ResponseBuilder answer(int status, Status code, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .entity(
            Map.of(
                "errors",
                List.of(
                    Map.of("code", code.code().serialize(), "message", String.valueOf(message)))));
  }
}
