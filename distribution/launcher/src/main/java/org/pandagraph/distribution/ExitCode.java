/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

/** What {@code ./panda} ends with; the same for every verb. */
public final class ExitCode {
  /** Done, and everything as expected. */
  public static final int OK = 0;

  /** It ran and failed, or what was compared differs. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int USAGE = 2;

  /** Something it needs is not there: a program, a build, a running server. */
  public static final int MISSING = 3;

  private ExitCode() {}
}
