/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

/**
 * Two values cannot be compared this way: the user's regular expression is wrong, a text is too
 * long, or two features do not belong together. The message says which, and what is allowed.
 */
public final class SimilarityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public SimilarityException(String message) {
    super(message);
  }

  public SimilarityException(String message, Throwable cause) {
    super(message, cause);
  }
}
