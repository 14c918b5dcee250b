/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.neo4j.kernel.api.exceptions.Status;

/** A request fails: with which HTTP status, Neo4j's code for it, and why. Immutable. */
final class GatewayError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final transient Status code;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  GatewayError(int httpStatus, Status code, String message) {
    super(message, null, false, false);
    this.httpStatus = httpStatus;
    this.code = Objects.requireNonNull(code);
  }

  /** The same, with one more header in the answer. */
  GatewayError with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  int httpStatus() {
    return httpStatus;
  }

  Status code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }

  static GatewayError badRequest(String message) {
    return new GatewayError(400, Status.Request.Invalid, message);
  }

  static GatewayError notFound(String message) {
    return new GatewayError(404, Status.Statement.EntityNotFound, message);
  }
}
