/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo says while it runs. Not thread-safe. */
final class Progress {
  private final List<PrintStream> streams;

  /** Says everything to each of the streams. */
  Progress(List<PrintStream> streams) {
    this.streams = List.copyOf(streams);
  }

  void heading(String text) {
    say("");
    say(text);
    say("=".repeat(text.length()));
  }

  void say(String text) {
    streams.forEach(out -> out.println(text));
  }

  /** Says what is being done, does it, and says how long it took. */
  void step(String what, Step step) throws IOException {
    streams.forEach(out -> out.print("  " + what + " ... "));
    streams.forEach(PrintStream::flush);
    long start = System.nanoTime();
    step.run();
    say(millis(System.nanoTime() - start));
  }

  /** A question with its query, its answer and the verdict. */
  void answer(int number, Question question, Answer answer) {
    question(number, question);
    TextTable.lines(answer.columns(), answer.rows()).forEach(line -> say("   " + line));
    say("");
    List<String> remarks = new ArrayList<>();
    remarks.add(rows(answer.rows().size()));
    remarks.add("first time " + millis(answer.firstNanos()));
    remarks.add("again " + millis(answer.againNanos()));
    remarks.add(answer.problem().map(p -> "WRONG: " + p).orElse("as it should be"));
    say("   " + String.join("; ", remarks));
  }

  /** A question that the server did not answer. */
  void refusal(int number, Question question, String message) {
    question(number, question);
    say("   WRONG: the server refused it: " + message);
  }

  private void question(int number, Question question) {
    say("");
    say(number + ". " + question.asks());
    say("");
    question.cypher().lines().forEach(line -> say("     " + line));
    say("");
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  static String millis(long nanos) {
    double millis = nanos / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
  }

  /** Something that may fail to read or write a file. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
