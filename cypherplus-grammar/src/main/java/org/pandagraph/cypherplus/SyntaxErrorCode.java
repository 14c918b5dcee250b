/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/** What can be wrong with a CypherPlus statement's text. All are the user's to mend. */
public enum SyntaxErrorCode {
  /** The text does not follow the grammar. */
  UNEXPECTED_INPUT,
  /** A literal whose scheme is none of the known ones. */
  UNKNOWN_SCHEME,
  /** A literal whose base64 or URL is malformed. */
  MALFORMED_LITERAL,
  /** A threshold outside [0,1], or on an operator that takes none. */
  BAD_THRESHOLD,
  /** An operand glued to its operator, so that it reads as the algorithm's name. */
  MISSING_OPERAND,
  /** The statement is longer or nested deeper than is accepted. */
  TOO_LARGE
}
