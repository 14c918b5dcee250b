/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine.Option;

/** What all commands here take: where to find the parts of a home, where to work, a seed. */
public abstract class SeededCommand implements Callable<Integer> {
  @Option(names = "--parts", required = true)
  private Path parts;

  @Option(names = "--work", required = true)
  private Path work;

  @Option(names = "--seed")
  private Long seed;

  /** What Neo4j's home is made of. */
  protected final Path parts() {
    return parts;
  }

  /** The folder to work in. */
  protected final Path work() {
    return work;
  }

  /**
   * Does what the command is for, and says what was found.
   *
   * @param chosenSeed the one that was given, or one by chance
   * @return whether it is as it should be
   */
  protected abstract boolean run(long chosenSeed) throws IOException, InterruptedException;

  /** Gives one of {@link ExitCode}. */
  @Override
  public final Integer call() throws IOException, InterruptedException {
    long chosen = seed == null ? System.nanoTime() : seed;
    System.out.println("    --seed " + chosen + " makes the same choices again");
    return run(chosen) ? ExitCode.OK : ExitCode.FAILED;
  }
}
