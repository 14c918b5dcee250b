/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.List;

/** The names a random graph is made of; some need quotes, or look like what they are not. */
final class Vocabulary {
  static final List<String> LABELS = List.of("Person", "Paper", "odd label", "a.b", "Größe");
  static final List<String> TYPES = List.of("KNOWS", "odd type");
  static final List<String> KEYS =
      List.of("p", "q", "name", "a.b", "it's \"so\"", "ключ", "labels", "_id", " ");

  /** Names an entity for good; never changed, and the same in whichever transaction made it. */
  static final String UID = "uid";

  /** Has a blob or nothing: Cypher refuses to say the type of anything else. */
  static final String BLOB_KEY = "scan";

  private Vocabulary() {}

  /** As Cypher has it between backticks. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
