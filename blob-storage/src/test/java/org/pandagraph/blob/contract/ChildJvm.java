/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a main class of the tests, to be killed or confined. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * @param before what runs Java, such as a shell that sets limits first; may be empty
   */
  public static ChildJvm start(List<String> before, String heap, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /**
   * The next line it writes.
   *
   * @return null where it has ended
   */
  public String line() throws IOException {
    return lines.readLine();
  }

  /** Waits for its end. */
  public List<String> rest() throws IOException, InterruptedException {
    List<String> rest = new ArrayList<>();
    for (String line = line(); line != null; line = line()) {
      rest.add(line);
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("ended with " + status + ": " + rest);
    }
    return rest;
  }

  /** What it said before can still be read, other than after {@link Process#destroyForcibly}. */
  public void kill() throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("kill ended with " + status);
    }
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
