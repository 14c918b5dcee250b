/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.error;

import org.neo4j.kernel.api.exceptions.Status;

/**
 * What can go wrong while a CypherPlus statement is checked or run, whose fault it is, and the
 * Neo4j status code the client sees.
 *
 * <p>Where an outside service does not answer, the status is a {@code TransientError}, so that a
 * driver's managed transaction asks again; where it answers what it must not, a {@code
 * DatabaseError}, since asking again would not help.
 */
public enum PluginErrorCode {
  /** The text is not CypherPlus. */
  SYNTAX(Fault.USER, Status.Statement.SyntaxError),
  /** No model has a comparator of that name. */
  UNKNOWN_ALGORITHM(Fault.USER, Status.Statement.SemanticError),
  /** No model extracts a sub-property of that name, or not from that type of value. */
  UNKNOWN_SUB_PROPERTY(Fault.USER, Status.Statement.SemanticError),
  /** No comparator takes values of these two types. */
  NO_COMPARATOR(Fault.USER, Status.Statement.TypeError),
  /** A function got a value of a type it does not take. */
  WRONG_TYPE(Fault.USER, Status.Statement.TypeError),
  /** A function got a value of the right type that it does not take. */
  INVALID_ARGUMENT(Fault.USER, Status.Statement.ArgumentError),
  /** A threshold that is not a number in [0,1]. */
  BAD_THRESHOLD(Fault.USER, Status.Statement.ArgumentError),
  /** A literal whose scheme, URI or base64 is malformed. */
  MALFORMED_LITERAL(Fault.USER, Status.Statement.ArgumentError),
  /** A file or address outside what the administrator allows. */
  RESOURCE_NOT_ALLOWED(Fault.USER, Status.Statement.ExternalResourceFailed),
  /** A file that does not exist, or is no readable file. */
  RESOURCE_NOT_FOUND(Fault.USER, Status.Statement.ExternalResourceFailed),
  /** A content longer than the administrator allows, or larger than a model takes. */
  CONTENT_TOO_LARGE(Fault.USER, Status.Statement.ArgumentError),
  /** A content that is damaged, protected, or not what its type says. */
  CONTENT_UNREADABLE(Fault.USER, Status.Statement.ArgumentError),
  /** The far side of a URL failed or took too long. */
  RESOURCE_FAILED(Fault.EXTERNAL, Status.Statement.ExternalResourceFailed),
  /** The AIPM service or the blob store cannot be reached, or has too much to do. */
  SERVICE_UNAVAILABLE(Fault.EXTERNAL, Status.Statement.RemoteExecutionTransientError),
  /** The AIPM service did not answer in time. */
  SERVICE_TIMEOUT(Fault.EXTERNAL, Status.Statement.ExecutionTimeout),
  /** The AIPM service refused the token, a model failed, or the answer breaks the protocol. */
  SERVICE_FAILED(Fault.EXTERNAL, Status.Statement.RemoteExecutionFailed),
  /** The blob store has lost or damaged a content that a property refers to. */
  CONTENT_LOST(Fault.INTERNAL, Status.General.StorageDamageDetected),
  /**
   * A property refers to a content that the blob store does not hold, or not with that length;
   * found at the commit.
   */
  CONTENT_NOT_STORED(Fault.USER, Status.Schema.ConstraintValidationFailed),
  /** The blob store belongs to another database. */
  NOT_OWNER(Fault.USER, Status.Procedure.ProcedureCallFailed),
  /** What was called needs settings that are not made. */
  NOT_CONFIGURED(Fault.USER, Status.Procedure.ProcedureCallFailed),
  /** A collection of blobs, or a check, is already running. */
  ALREADY_RUNNING(Fault.USER, Status.Procedure.ProcedureCallFailed),
  /** A defect of the plugin. */
  INTERNAL(Fault.INTERNAL, Status.Statement.ExecutionFailed);

  /** Whose fault it is. */
  public enum Fault {
    /** Of who wrote the statement or its data. */
    USER,
    /** Of something outside: a service, a network. */
    EXTERNAL,
    /** Of the plugin or its own storage. */
    INTERNAL
  }

  private final Fault fault;
  private final Status status;

  PluginErrorCode(Fault fault, Status status) {
    this.fault = fault;
    this.status = status;
  }

  public Fault fault() {
    return fault;
  }

  /** What the client sees as the error's code. */
  public Status status() {
    return status;
  }
}
