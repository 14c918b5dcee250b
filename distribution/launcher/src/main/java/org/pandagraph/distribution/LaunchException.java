/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

/** Says in its message, in one or more lines for the user, why something did not start or stop. */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param message what went wrong and what can be done, for the user
   */
  public LaunchException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The exit code to end with, one of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }
}
