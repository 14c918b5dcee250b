/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.testing;

import org.neo4j.cypher.internal.ast.Statement;
import org.neo4j.cypher.internal.ast.factory.neo4j.Neo4jASTExceptionFactory;
import org.neo4j.cypher.internal.ast.factory.neo4j.OpenCypherJavaCCParserWithFallback;
import org.neo4j.cypher.internal.ast.semantics.SemanticChecker;
import org.neo4j.cypher.internal.ast.semantics.SemanticState;
import org.neo4j.cypher.internal.preparser.javacc.CypherPreParser;
import org.neo4j.cypher.internal.preparser.javacc.PreParserCharStream;
import org.neo4j.cypher.internal.rewriting.rewriters.normalizeWithAndReturnClauses;
import org.neo4j.cypher.internal.util.AnonymousVariableNameGenerator;
import org.neo4j.cypher.internal.util.OpenCypherExceptionFactory;
import org.neo4j.cypher.internal.util.devNullLogger$;
import scala.Option;

/**
 * Neo4j 4.4.48's own parser, options before the statement included: it says what is Cypher.
 *
 * <p>Neo4j parses with JavaCC. Where that fails and the text holds {@code PRIVILEGE}, {@code
 * EXECUTE} or {@code START} (if only in {@code STARTS WITH} or a string), it parses again with its
 * former parser. Parboiled, which that one stands on, takes U+FFFF for the end of the text: it
 * accepts what stands before and drops the rest unread. Such a verdict is one on another statement,
 * so this class asks about U+FFFE in its place, which neither parser accepts outside strings,
 * quoted names and comments, just as JavaCC refuses both of them there.
 */
public final class Neo4jParser {
  private static final char END_OF_PARBOILED = '\uFFFF';
  private static final char LIKEWISE_NO_CHARACTER = '\uFFFE';

  private Neo4jParser() {}

  /**
   * What Neo4j has against the text, or null where it parses. Stack overflow counts as a complaint:
   * Neo4j's parser has no limit of its own.
   */
  public static String complaint(String text) {
    try {
      tree(text);
      return null;
    } catch (StackOverflowError e) {
      return "stack overflow";
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    } catch (Error e) {
      // JavaCC's lexer throws errors.
      return e.toString();
    }
  }

  /**
   * Whether a text that parses has a pattern whose nodes lack their parentheses, as {@code a<--b}.
   * Neo4j's older parser, which has the second look, takes that only to refuse it later with a
   * better message; its newer one refuses it at once.
   */
  public static boolean lacksParentheses(String text) {
    try {
      return tree(text).toString().contains("InvalidNodePattern(");
    } catch (Exception e) {
      return false;
    }
  }

  /**
   * What Neo4j's semantic analysis has against a statement that parses; empty where nothing. Result
   * columns are named and sorted expressions replaced first, as Neo4j does.
   */
  public static String semanticErrors(String text) throws Exception {
    Statement normalized =
        (Statement)
            new normalizeWithAndReturnClauses(
                    new OpenCypherExceptionFactory(Option.empty()), devNullLogger$.MODULE$)
                .apply(tree(text));
    var errors = SemanticChecker.check(normalized, SemanticState.clean()).errors();
    return errors.isEmpty() ? "" : errors.toString();
  }

  private static Statement tree(String statement) throws Exception {
    String text = statement.replace(END_OF_PARBOILED, LIKEWISE_NO_CHARACTER);
    OpenCypherExceptionFactory exceptions = new OpenCypherExceptionFactory(Option.empty());
    int start =
        new CypherPreParser(new Neo4jASTExceptionFactory(exceptions), new PreParserCharStream(text))
            .parse()
            .position()
            .offset();
    return OpenCypherJavaCCParserWithFallback.parse(
        text.substring(start), exceptions, new AnonymousVariableNameGenerator(), Option.empty());
  }
}
