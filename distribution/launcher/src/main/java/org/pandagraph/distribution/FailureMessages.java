/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a line why a command failed, in place of a stack trace. Immutable. */
public final class FailureMessages implements IExecutionExceptionHandler {
  private final List<Class<? extends Exception>> clear;

  /**
   * @param clear exceptions besides {@link LaunchException} whose message says all by itself;
   *     others are shown with their class
   */
  @SafeVarargs
  public FailureMessages(Class<? extends Exception>... clear) {
    this.clear = List.of(clear);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    boolean launch = e instanceof LaunchException;
    boolean says = launch || clear.stream().anyMatch(kind -> kind.isInstance(e));
    command.getErr().println("panda: " + (says ? e.getMessage() : e));
    return launch ? ((LaunchException) e).exitCode() : ExitCode.FAILED;
  }
}
