/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Names, titles and countries, the frequent ones first. */
final class Words {
  private static final String[] COUNTRIES = {
    "United States",
    "China",
    "United Kingdom",
    "Germany",
    "Japan",
    "France",
    "Canada",
    "Italy",
    "India",
    "Australia",
    "Spain",
    "Korea",
    "Netherlands",
    "Brazil",
    "Russia",
    "Switzerland",
    "Sweden",
    "Poland",
    "Turkey",
    "Belgium",
    "Israel",
    "Denmark",
    "Austria",
    "Finland",
    "Greece",
    "Norway",
    "Portugal",
    "Ireland",
    "Mexico",
    "Chile",
    "Malta",
    "Iceland"
  };
  private static final String[] FIRST = {
    "Ada", "Alan", "Grace", "Edsger", "Barbara", "Donald", "Wei", "Li", "Yuki", "Maria", "Ivan",
    "Noor", "Chen", "Olga", "Pierre", "Anna"
  };
  private static final String[] LAST = {
    "Zhang", "Smith", "Mueller", "Tanaka", "Garcia", "Rossi", "Dubois", "Kim", "Silva", "Novak",
    "Larsen", "Ivanov", "Cohen", "Singh", "Walker", "Okafor", "Nagy", "Costa"
  };
  private static final String[] TERMS = {
    "graph", "query", "learning", "protein", "quantum", "network", "storage", "vision", "climate",
    "index", "language", "neural", "market", "polymer", "galaxy", "vaccine", "robust", "parallel",
    "sparse", "dynamic", "optical", "transport", "semantic", "stochastic"
  };

  private Words() {}

  /** The n-th country is about n times as rare as the first. */
  static String country(SplittableRandom random) {
    return COUNTRIES[(int) (Math.pow(COUNTRIES.length + 1, random.nextDouble()) - 1)];
  }

  static String name(SplittableRandom random) {
    return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
  }

  static String title(SplittableRandom random) {
    return random
        .ints(3 + random.nextInt(5), 0, TERMS.length)
        .mapToObj(i -> TERMS[i])
        .collect(Collectors.joining(" "));
  }
}
