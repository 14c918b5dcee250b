/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

/**
 * The codes of an error answer (with their HTTP status) and of a single item's fault, and whose
 * fault each is.
 */
public enum WireErrorCode {
  /** 400: the request is not what the protocol says. */
  BAD_REQUEST(400, Fault.USER),
  /** 401: no token, or a wrong one. */
  UNAUTHORIZED(401, Fault.USER),
  /** 404: no such path. */
  NOT_FOUND(404, Fault.USER),
  /** 404: no such sub-property or algorithm, in this version, or for this type. */
  UNKNOWN_MODEL(404, Fault.USER),
  /** 413: body, batch or content larger than allowed. */
  CONTENT_TOO_LARGE(413, Fault.USER),
  /** 422: an uploaded content has another digest than its path says. */
  DIGEST_MISMATCH(422, Fault.USER),
  /** 422: the content is damaged, protected, or not what its type says. */
  UNREADABLE_CONTENT(422, Fault.USER),
  /** 500: a defect of the service. */
  INTERNAL(500, Fault.INTERNAL),
  /** 502: the model failed; asking again may help. */
  MODEL_FAILED(502, Fault.EXTERNAL),
  /** 503: too much to do; asking again later helps. */
  OVERLOADED(503, Fault.EXTERNAL),
  /** 504: the model took longer than it may. */
  TIMEOUT(504, Fault.EXTERNAL);

  /** Whose fault it is, as the service sees it. */
  public enum Fault {
    USER,
    EXTERNAL,
    INTERNAL
  }

  private final int status;
  private final Fault fault;

  WireErrorCode(int status, Fault fault) {
    this.status = status;
    this.fault = fault;
  }

  /** The HTTP status of an error answer with this code. */
  public int status() {
    return status;
  }

  public Fault fault() {
    return fault;
  }
}
