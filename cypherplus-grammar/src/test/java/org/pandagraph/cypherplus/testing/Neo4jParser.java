/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.testing;

import org.neo4j.cypher.internal.ast.factory.neo4j.Neo4jASTExceptionFactory;
import org.neo4j.cypher.internal.ast.factory.neo4j.OpenCypherJavaCCParserWithFallback;
import org.neo4j.cypher.internal.preparser.javacc.CypherPreParser;
import org.neo4j.cypher.internal.preparser.javacc.PreParserCharStream;
import org.neo4j.cypher.internal.util.AnonymousVariableNameGenerator;
import org.neo4j.cypher.internal.util.OpenCypherExceptionFactory;
import scala.Option;

/** Neo4j 4.4.48's own parser, options before the statement included: it says what is Cypher. */
public final class Neo4jParser {
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

  /** The statement's tree as text. */
  public static String tree(String text) throws Exception {
    OpenCypherExceptionFactory exceptions = new OpenCypherExceptionFactory(Option.empty());
    int start =
        new CypherPreParser(new Neo4jASTExceptionFactory(exceptions), new PreParserCharStream(text))
            .parse()
            .position()
            .offset();
    return OpenCypherJavaCCParserWithFallback.parse(
            text.substring(start), exceptions, new AnonymousVariableNameGenerator(), Option.empty())
        .toString();
  }
}
