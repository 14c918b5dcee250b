/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.cypher.internal.util.LiteralOffset;
import org.neo4j.cypher.internal.util.ObfuscationMetadata;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Set;

/**
 * Finds the literals of a CypherPlus text, for {@code dbms.logs.query.obfuscate_literals}. Works
 * without a parse and rather hides too much than too little.
 */
final class LiteralScan {
  private static final Pattern SKIPPED_OR_LITERAL =
      Pattern.compile(
          "`(?:[^`]|``)*`"
              + "|(?<literal>'(?:[^'\\\\]|\\\\.)*'"
              + "|\"(?:[^\"\\\\]|\\\\.)*\""
              + "|<\\s*[A-Za-z][A-Za-z0-9]*:/[^>]*>"
              + "|(?<![\\p{L}\\p{N}_$])\\d[\\p{L}\\p{N}_]*(?:\\.\\d[\\p{L}\\p{N}_]*)?)",
          Pattern.DOTALL);

  private LiteralScan() {}

  /** Everything of a statement without options before it. */
  static ObfuscationMetadata metadata(String userText) {
    return metadata(userText, 0, scala.collection.immutable.Set$.MODULE$.empty());
  }

  /**
   * @param textOffset where the statement starts behind its options
   */
  static ObfuscationMetadata metadata(
      String userText, int textOffset, Set<String> sensitiveParameters) {
    List<LiteralOffset> literals = new ArrayList<>();
    Matcher m = SKIPPED_OR_LITERAL.matcher(userText);
    for (int from = textOffset; m.find(from); from = m.end()) {
      if (m.group("literal") != null) {
        Option<Object> length = Option.apply(m.end() - m.start());
        literals.add(LiteralOffset.apply(m.start() - textOffset, 0, length));
      }
    }
    return ObfuscationMetadata.apply(
        JavaConverters.asScalaBuffer(literals).toVector(), sensitiveParameters);
  }
}
