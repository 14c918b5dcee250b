/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Objects;

/**
 * The statement is not valid CypherPlus. {@link #getMessage()} is complete: what is wrong, line and
 * column in the user's text, what was expected, the line itself and a caret below the place.
 */
public final class CypherPlusSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SyntaxErrorCode code;
  private final String problem;
  private final String userText;
  private final int offset;

  /**
   * @param problem one sentence without position
   * @param offset in the user's text, 0 to its length
   */
  public CypherPlusSyntaxException(
      SyntaxErrorCode code, String problem, String userText, int offset) {
    super(SourcePosition.of(userText, offset).describe(problem));
    this.code = Objects.requireNonNull(code);
    this.problem = problem;
    this.userText = userText;
    this.offset = offset;
  }

  public SyntaxErrorCode code() {
    return code;
  }

  /** The sentence without position and caret. */
  public String problem() {
    return problem;
  }

  public String userText() {
    return userText;
  }

  /** Offset in the user's text, in UTF-16 units from 0. */
  public int offset() {
    return offset;
  }
}
