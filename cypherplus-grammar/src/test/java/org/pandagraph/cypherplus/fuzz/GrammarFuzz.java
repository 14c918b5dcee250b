/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.cypherplus.TranslationCheck;
import org.pandagraph.cypherplus.TranslationCheck.Verdict;
import org.pandagraph.cypherplus.testing.Neo4jParser;
import org.pandagraph.cypherplus.testing.Statements;

/**
 * Feeds the translator changed statements for some minutes and checks what must hold of any text.
 * Arguments: {@code --minutes N} (fractions allowed, default 1), {@code --seed S}. Ends with one
 * summary line; exit code 1 where anything differs or a text takes more than ten seconds of
 * processor time, 2 on wrong usage.
 */
public final class GrammarFuzz {
  private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();
  private static final int MOST_FAILURES = 10;

  private final long seed;
  private final Random random;
  private final Mutations mutations;
  private final TranslationCheck check = new TranslationCheck(CypherPlusTranslator.create());
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final List<String> failures = new ArrayList<>();
  private volatile String current = "";

  /** Processor time of the main thread at which the current text's turn came. */
  private volatile long since;

  private volatile boolean done;
  private long texts;

  private GrammarFuzz(long seed) {
    this.seed = seed;
    random = new Random(seed);
    mutations = new Mutations(random);
  }

  public static void main(String[] args) {
    double minutes = 1;
    long seed = System.nanoTime();
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--minutes" -> minutes = Double.parseDouble(args[i + 1]);
        case "--seed" -> seed = Long.parseLong(args[i + 1]);
        default -> {
          System.err.println("Unknown option " + args[i] + ": expected --minutes or --seed");
          System.exit(2);
        }
      }
    }
    System.exit(new GrammarFuzz(seed).run(minutes));
  }

  private int run(double minutes) {
    List<String> valid = new ArrayList<>(Statements.corpus());
    valid.addAll(Statements.ldbc());
    for (String query : Statements.tck()) {
      if (Neo4jParser.complaint(query) == null) {
        valid.add(query);
      }
    }
    List<String> all = new ArrayList<>(valid);
    all.addAll(Statements.conformance());
    startWatchdog();
    long start = System.nanoTime();
    long end = start + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    while (System.nanoTime() < end && failures.size() < MOST_FAILURES) {
      String base = valid.get(random.nextInt(valid.size()));
      String any = all.get(random.nextInt(all.size()));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> check(mutations.inject(base), true);
        case 3 -> check(mutations.scramble(mutations.inject(base), any), false);
        case 4 -> check(mutations.repeat(any), false);
        default -> check(mutations.scramble(any, base), false);
      }
    }
    done = true;
    for (String failure : failures) {
      System.out.println(failure);
    }
    System.out.printf(
        Locale.ROOT,
        "fuzz grammar: %d texts in %.1f minutes (%d plain, %d translated, %d refused), seed %d: %d"
            + " differences%n",
        texts,
        (System.nanoTime() - start) / 60e9,
        verdicts.getOrDefault(Verdict.PLAIN, 0L),
        verdicts.getOrDefault(Verdict.TRANSLATED, 0L),
        verdicts.getOrDefault(Verdict.REFUSED, 0L),
        seed,
        failures.size());
    return failures.isEmpty() ? 0 : 1;
  }

  private void check(String text, boolean valid) {
    current = text;
    since = TIMES.getCurrentThreadCpuTime();
    texts++;
    try {
      verdicts.merge(check.check(text, valid, random), 1L, Long::sum);
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      failures.add(
          "seed %d, text %d: %s%n  at %s%n%s%n"
              .formatted(
                  seed,
                  texts,
                  e,
                  trace.length > 0 ? trace[0] + " " + trace[Math.min(3, trace.length - 1)] : "",
                  escaped(text)));
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("---- ");
    for (char c : text.toCharArray()) {
      if (c < ' ' && c != '\n' || c > '~') {
        escaped.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        escaped.append(c);
      }
    }
    return escaped.append(" ----").toString();
  }

  /** A text that hangs the parser would hang this run: name it and go. */
  private void startWatchdog() {
    long main = Thread.currentThread().getId();
    since = TIMES.getCurrentThreadCpuTime();
    Thread watchdog =
        new Thread(
            () -> {
              while (true) {
                try {
                  Thread.sleep(500);
                } catch (InterruptedException e) {
                  return;
                }
                if (!done && TIMES.getThreadCpuTime(main) - since > HANG_NANOS) {
                  System.out.printf(
                      "fuzz grammar: no answer within ten seconds of processor time, seed %d, text %d:%n%s%n",
                      seed, texts, escaped(current));
                  Runtime.getRuntime().halt(1);
                }
              }
            },
            "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }
}
