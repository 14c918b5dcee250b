/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.List;
import java.util.Objects;

/** What the translator made of one statement. Immutable, safe to share between threads. */
public final class Translation {
  private static final SourceMap IDENTITY =
      new SourceMap() {
        @Override
        public int toUser(int cypherOffset) {
          return cypherOffset;
        }

        @Override
        public int toCypher(int userOffset) {
          return userOffset;
        }
      };

  private final String userText;
  private final String cypherText;
  private final SourceMap sourceMap;
  private final List<SemanticUse> uses;

  public Translation(
      String userText, String cypherText, SourceMap sourceMap, List<SemanticUse> uses) {
    this.userText = Objects.requireNonNull(userText);
    this.cypherText = Objects.requireNonNull(cypherText);
    this.sourceMap = Objects.requireNonNull(sourceMap);
    this.uses = List.copyOf(uses);
  }

  /** A statement without a CypherPlus token. */
  @SuppressWarnings("InconsistentOverloads")
  public static Translation plain(String userText) {
    return new Translation(userText, userText, IDENTITY, List.of());
  }

  /** Whether the statement is plain Cypher, and {@link #cypherText()} the very same object. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isPlain() {
    return userText == cypherText;
  }

  public String userText() {
    return userText;
  }

  /** What Neo4j is given. */
  public String cypherText() {
    return cypherText;
  }

  public SourceMap sourceMap() {
    return sourceMap;
  }

  /** The CypherPlus constructs, in the order of the user's text. */
  public List<SemanticUse> uses() {
    return uses;
  }
}
