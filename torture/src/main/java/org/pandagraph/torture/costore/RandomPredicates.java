/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Conditions on one node or relationship, of everything that may be pushed down. Not thread-safe.
 */
final class RandomPredicates {
  private static final String[] COMPARISONS = {"=", "<>", "<", "<=", ">", ">="};
  private static final String[] TEXTS = {"STARTS WITH", "ENDS WITH", "CONTAINS"};
  private static final int MOST_DEPTH = 3;

  private final SplittableRandom random;
  private final RandomValues values;

  RandomPredicates(SplittableRandom random, RandomValues values) {
    this.random = random;
    this.values = values;
  }

  /**
   * A condition.
   *
   * @param variable what it is about
   * @param node whether that is a node, not a relationship
   * @param statement takes the parameters
   */
  String on(String variable, boolean node, Statement statement) {
    return tree(variable, node, statement, random.nextInt(MOST_DEPTH));
  }

  private String tree(String variable, boolean node, Statement statement, int depth) {
    if (depth == 0) {
      return leaf(variable, node, statement);
    }
    String left = tree(variable, node, statement, depth - 1);
    switch (random.nextInt(6)) {
      case 0:
        return "NOT (" + left + ")";
      case 1:
      case 2:
        return "(" + left + " OR " + tree(variable, node, statement, depth - 1) + ")";
      case 3:
        return random.nextInt(4) == 0
            ? "(" + left + " XOR " + tree(variable, node, statement, depth - 1) + ")"
            : left;
      default:
        return "(" + left + " AND " + tree(variable, node, statement, depth - 1) + ")";
    }
  }

  private String leaf(String variable, boolean node, Statement statement) {
    if (random.nextInt(8) == 0) {
      return ofMetadata(variable + "." + Vocabulary.BLOB_KEY, statement);
    }
    String property = variable + "." + Vocabulary.quoted(key());
    switch (random.nextInt(node ? 12 : 11)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return random.nextInt(5) == 0
            ? value(statement) + " " + comparison() + " " + property
            : property + " " + comparison() + " " + value(statement);
      case 4:
      case 5:
        return property
            + " "
            + TEXTS[random.nextInt(TEXTS.length)]
            + " "
            + (random.nextInt(6) == 0 ? value(statement) : statement.parameter(values.string()));
      case 6:
        return property + " IS NOT NULL";
      case 7:
        return property + " IS NULL";
      case 8:
        return property + " IN " + list(statement);
      case 9:
        return statement.parameter(values.single())
            + (random.nextBoolean() ? " < " : " <= ")
            + property
            + (random.nextBoolean() ? " < " : " <= ")
            + statement.parameter(values.single());
      case 10:
        return "(" + property + " > 0) = " + random.nextBoolean();
      default:
        return variable + ":" + Vocabulary.quoted(label());
    }
  }

  private String ofMetadata(String blob, Statement statement) {
    switch (random.nextInt(6)) {
      case 0:
        return "Blob.mime(" + blob + ") IN ['image/png', " + value(statement) + "]";
      case 1:
        return blob + "->mime1 " + comparison() + " 'image'";
      case 2:
        return "Blob.mime2(" + blob + ") " + TEXTS[random.nextInt(TEXTS.length)] + " 'p'";
      case 3:
        return blob + "->digest IS " + (random.nextBoolean() ? "NULL" : "NOT NULL");
      case 4:
        return "2 < " + blob + "->length <= " + statement.parameter(values.single());
      default:
        return "Blob.len(" + blob + ") " + comparison() + " " + value(statement);
    }
  }

  private String list(Statement statement) {
    List<String> of = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      of.add(value(statement));
    }
    if (random.nextInt(8) == 0) {
      of.add("null");
    }
    return of.toString();
  }

  /** Small numbers and short texts as literals now and then, all else as a parameter. */
  private String value(Statement statement) {
    switch (random.nextInt(10)) {
      case 0:
        return "" + (random.nextInt(5) - 1);
      case 1:
        return "'" + (char) ('a' + random.nextInt(3)) + "'";
      case 2:
        return random.nextInt(6) == 0 ? "null" : "1.0";
      case 3:
        return "date('2020-01-0" + (1 + random.nextInt(3)) + "')";
      default:
        return statement.parameter(values.next());
    }
  }

  private String comparison() {
    return COMPARISONS[random.nextInt(COMPARISONS.length)];
  }

  String key() {
    // The first keys are on most entities, the last on few.
    int keys = Vocabulary.KEYS.size();
    return Vocabulary.KEYS.get((int) (keys * random.nextDouble() * random.nextDouble()));
  }

  String label() {
    return Vocabulary.LABELS.get(random.nextInt(Vocabulary.LABELS.size()));
  }

  String type() {
    return Vocabulary.TYPES.get(random.nextInt(Vocabulary.TYPES.size()));
  }
}
