/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Locale;
import java.util.Random;
import org.pandagraph.cypherplus.parser.CypherPlusParser;
import org.pandagraph.cypherplus.testing.Neo4jParser;

/** What must hold of any text whatever that the translator is given. */
public final class TranslationCheck {
  private final CypherPlusTranslator translator;
  private final PlanText planText = PlanText.create();

  /** How a text came out. */
  public enum Verdict {
    PLAIN,
    TRANSLATED,
    REFUSED
  }

  public TranslationCheck(CypherPlusTranslator translator) {
    this.translator = translator;
  }

  /**
   * Checks one text.
   *
   * @param valid whether it is known to be valid CypherPlus
   * @throws AssertionError saying what does not hold
   */
  public Verdict check(String text, boolean valid, Random random) {
    Translation translation;
    try {
      translation = translator.translate(text);
    } catch (CypherPlusSyntaxException e) {
      require(!valid, "valid CypherPlus is refused: " + e.getMessage());
      checkError(text, e);
      return Verdict.REFUSED;
    }
    require(translation.userText().equals(text), "another user's text");
    if (!text.toLowerCase(Locale.ROOT).contains("panda")) {
      checkRestored(translation.cypherText(), random);
    }
    if (translation.isPlain()) {
      require(same(translation.cypherText(), text), "plain text is not the same object");
      return Verdict.PLAIN;
    }
    require(
        Neo4jParser.complaint(text) != null || holdsLiteral(text),
        "plain Cypher is changed to " + translation.cypherText());
    String complaint = Neo4jParser.complaint(translation.cypherText());
    if (complaint != null) {
      require(!valid, "Neo4j refuses " + translation.cypherText() + ": " + complaint);
      String skeleton = skeleton(translation);
      require(
          Neo4jParser.complaint(skeleton) != null || Neo4jParser.lacksParentheses(skeleton),
          "Neo4j refuses the translation for a construct's sake: "
              + translation.cypherText()
              + ": "
              + complaint);
    }
    checkSourceMap(translation);
    return Verdict.TRANSLATED;
  }

  private void checkError(String text, CypherPlusSyntaxException e) {
    require(e.offset() >= 0 && e.offset() <= text.length(), "error outside the text");
    require(!e.problem().contains("CypherPlusParser"), "token name in " + e.problem());
    require(e.problem().length() < 400, "long-winded: " + e.problem());
    require(
        e.code() == SyntaxErrorCode.TOO_LARGE
            || holdsLiteral(text)
            || Neo4jParser.complaint(text) != null,
        "plain Cypher is refused: " + e.getMessage());
  }

  private void checkRestored(String cypher, Random random) {
    checkNoInternalName(planText.restore(cypher));
    int cut = random.nextInt(cypher.length() + 1);
    checkNoInternalName(planText.restore(cypher.substring(0, cut) + "..."));
    checkNoInternalName(planText.restore(cypher.substring(cut)));
  }

  private static void checkNoInternalName(String restored) {
    require(
        !restored.toLowerCase(Locale.ROOT).contains("panda.internal"),
        "internal name survives: " + restored);
  }

  /** What is not spliced is at its place, there and back; a construct's token maps to itself. */
  private static void checkSourceMap(Translation translation) {
    String user = translation.userText();
    String cypher = translation.cypherText();
    SourceMap map = translation.sourceMap();
    Tokens tokens = TokenReader.read(EscapedText.of(user));
    boolean[] replaced = new boolean[user.length()];
    for (SemanticUse use : translation.uses()) {
      require(
          map.toUser(map.toCypher(use.offset())) == use.offset(), "construct moved: " + use.text());
    }
    for (int i = 0; i < tokens.size(); i++) {
      CypherToken token = tokens.get(i);
      int start = token.start();
      boolean construct = translation.uses().stream().anyMatch(use -> use.offset() == start);
      if (construct) {
        int end = token.getType() == CypherPlusParser.ARROW ? tokens.get(i + 1).end() : token.end();
        for (int u = start; u < end; u++) {
          replaced[u] = true;
        }
      }
    }
    for (int u = 0; u < user.length(); u++) {
      int c = map.toCypher(u);
      require(c >= 0 && c <= cypher.length(), "outside the translated text: " + u);
      if (!replaced[u]) {
        require(map.toUser(c) == u, "there and back: " + u + " gives " + map.toUser(c));
        require(cypher.charAt(c) == user.charAt(u), "another character: " + u);
      }
    }
    for (int c = -1; c <= cypher.length() + 1; c++) {
      int u = map.toUser(c);
      require(u >= 0 && u <= user.length(), "outside the user's text: " + c);
    }
  }

  /** The user's text with something plain in the place of each construct. */
  private static String skeleton(Translation translation) {
    String user = translation.userText();
    Tokens tokens = TokenReader.read(EscapedText.of(user));
    StringBuilder skeleton = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      CypherToken token = tokens.get(i);
      if (translation.uses().stream().anyMatch(use -> use.offset() == token.start())) {
        skeleton.append(user, from, token.start());
        skeleton.append(
            switch (token.getType()) {
              case CypherPlusParser.SEMANTIC -> " + ";
              case CypherPlusParser.ARROW -> " . ";
              default -> " f(1) ";
            });
        from = token.end();
      }
    }
    return skeleton.append(user, from, user.length()).toString();
  }

  private static boolean holdsLiteral(String text) {
    Tokens tokens = TokenReader.read(EscapedText.of(text));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == CypherPlusParser.BLOB_LITERAL) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(String a, String b) {
    return a == b;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
