/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.error;

import java.util.Objects;
import org.neo4j.exceptions.Neo4jException;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.cypherplus.SourcePosition;

/**
 * A CypherPlus statement failed, before it ran or while it ran.
 *
 * <p>Whoever finds the error names the problem and its offset in the user's text; he need not have
 * the text. The plugin adds it ({@link #in(String)}) on the error's way out, so that the message
 * has line, column and caret. A Neo4j exception, since Neo4j lets those through unwrapped.
 * Immutable.
 */
public final class CypherPlusError extends Neo4jException {
  private static final long serialVersionUID = 1L;

  /** Stands for an offset that is not known: the message then carries no position. */
  public static final int NO_OFFSET = -1;

  private final PluginErrorCode code;
  private final String problem;
  private final int offset;
  private final boolean located;

  /**
   * @param problem what was wrong, what is allowed, the nearest valid name; without position
   * @param offset in the user's text, in UTF-16 units from 0; or {@link #NO_OFFSET}
   */
  public CypherPlusError(PluginErrorCode code, String problem, int offset) {
    this(code, problem, offset, null);
  }

  /**
   * @param cause null where there is none
   */
  public CypherPlusError(PluginErrorCode code, String problem, int offset, Throwable cause) {
    this(code, problem, offset, problem, false, cause);
  }

  private CypherPlusError(
      PluginErrorCode code,
      String problem,
      int offset,
      String message,
      boolean located,
      Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.problem = Objects.requireNonNull(problem);
    this.offset = offset;
    this.located = located;
  }

  /** The same error, its message with the place in this text; unchanged where it has one. */
  public CypherPlusError in(String userText) {
    if (located || offset < 0) {
      return this;
    }
    String message = SourcePosition.of(userText, offset).describe(problem);
    CypherPlusError error = new CypherPlusError(code, problem, offset, message, true, getCause());
    error.setStackTrace(getStackTrace());
    return error;
  }

  public PluginErrorCode code() {
    return code;
  }

  /** The sentence without position and caret. */
  public String problem() {
    return problem;
  }

  /** Offset in the user's text, or {@link #NO_OFFSET}. */
  public int offset() {
    return offset;
  }

  @Override
  public Status status() {
    return code.status();
  }
}
