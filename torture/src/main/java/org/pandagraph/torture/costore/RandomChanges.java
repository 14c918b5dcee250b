/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Changes that do the same whenever they are made to the same graph, whatever ids it has. Not
 * thread-safe.
 */
final class RandomChanges {
  private static final AtomicLong UIDS = new AtomicLong();

  private final SplittableRandom random;
  private final RandomValues values;
  private final RandomPredicates names;

  RandomChanges(SplittableRandom random, RandomValues values, RandomPredicates names) {
    this.random = random;
    this.values = values;
    this.names = names;
  }

  /** A statement that changes some entities. */
  Statement next() {
    switch (random.nextInt(11)) {
      case 0:
      case 1:
      case 2:
        return createNode();
      case 3:
      case 4:
        return createRelationships();
      case 5:
      case 6:
        return change("MATCH (n)");
      case 7:
        return change("MATCH ()-[n]->()");
      case 8:
        return some("MATCH (n)", "n").add(" REMOVE n." + Vocabulary.quoted(names.key()));
      case 9:
        return some("MATCH (n)", "n")
            .add(random.nextBoolean() ? " SET n:" : " REMOVE n:")
            .add(Vocabulary.quoted(names.label()));
      default:
        return some("MATCH (n)", "n")
            .add(random.nextInt(3) > 0 ? " DETACH DELETE n" : " SET n = {uid: n.uid}");
    }
  }

  Statement createNode() {
    Statement statement = new Statement().add("CREATE (n");
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      statement.add(":" + Vocabulary.quoted(names.label()));
    }
    statement.add(" {uid: " + statement.parameter(UIDS.incrementAndGet()) + "})");
    for (int i = random.nextInt(5); i > 0; i--) {
      String property = "n." + Vocabulary.quoted(names.key());
      statement.add(" SET " + property + " = " + statement.parameter(values.next()));
    }
    return random.nextBoolean() ? statement : blob(statement);
  }

  private Statement blob(Statement statement) {
    return statement
        .add(" SET n." + Vocabulary.BLOB_KEY)
        .add(" = Blob.fromBase64(" + statement.parameter(values.base64()) + ")");
  }

  private Statement createRelationships() {
    Statement statement = some("MATCH (a), (b)", "a");
    statement
        .add(" AND b.uid = a.uid + " + statement.parameter((long) random.nextInt(4)))
        .add(" CREATE (a)-[r:" + Vocabulary.quoted(names.type()))
        .add(" {uid: " + statement.parameter(UIDS.incrementAndGet()))
        .add(" + a.uid * 1000000}]->(b)");
    for (int i = random.nextInt(3); i > 0; i--) {
      String property = "r." + Vocabulary.quoted(names.key());
      statement.add(" SET " + property + " = " + statement.parameter(values.next()));
    }
    return statement;
  }

  private Statement change(String match) {
    Statement statement = some(match, "n");
    if (random.nextInt(5) == 0) {
      return blob(statement);
    }
    return statement
        .add(" SET n." + Vocabulary.quoted(names.key()))
        .add(" = " + statement.parameter(values.next()));
  }

  /**
   * About every fortieth, chosen by what never changes. Numbers are parameters: to plan a new text
   * takes longer than all else.
   */
  private Statement some(String match, String variable) {
    long of = 20 + random.nextInt(40);
    Statement statement = new Statement().add(match + " WHERE " + variable + ".uid % ");
    return statement
        .add(statement.parameter(of))
        .add(" = " + statement.parameter((long) random.nextInt((int) of)));
  }
}
