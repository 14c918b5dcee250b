/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus.fuzz;

import java.util.List;
import java.util.Random;
import org.pandagraph.cypherplus.ExpressionPositions;
import org.pandagraph.cypherplus.ExpressionPositions.Position;

/** Changes texts at random: by the grammar, by tokens, by characters. */
final class Mutations {
  private static final List<String> PIECES =
      List.of(
          "::",
          ":::",
          "~:",
          "!:",
          ">:",
          "<:",
          ">>:",
          "<<:",
          "~:jaro/0.8",
          "::jaro",
          "~:0.5",
          "~:/$t",
          "->",
          "->name",
          "<file://a.png>",
          "<file:/a>",
          "<base64://aGk=>",
          "<http://h/x?y=1>",
          "<gopher://x>",
          "<file:/",
          "-->",
          "<--",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "`",
          "//",
          "/*",
          "*/",
          "\\",
          "\\u0027",
          "\\u003a",
          ":",
          ",",
          ".",
          "..",
          ";",
          "|",
          "$",
          "=~",
          "<",
          ">",
          "=",
          "!",
          "~",
          "/",
          "-",
          "+",
          "\n",
          "\r",
          "\t",
          " ",
          "\u00ad",
          "\u3008",
          "\u0000",
          "\ud83d\ude00",
          "\uffff",
          "RETURN ",
          "WITH ",
          "CASE ",
          "END ",
          "NOT ",
          " IN ",
          " AS x ",
          " IS NULL ",
          "CALL { ",
          "EXISTS { ",
          "x",
          "n",
          "1",
          "0.5",
          ".5",
          "1e",
          "0x",
          "null",
          "panda.internal.like(",
          "`panda`.internal");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** The text with up to three constructs in the place of expressions. */
  String inject(String text) {
    String injected = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Position> positions = ExpressionPositions.of(injected);
      if (positions.isEmpty() || injected.length() > 4_000) {
        return injected;
      }
      Position position = positions.get(random.nextInt(positions.size()));
      injected = position.inject(injected, random.nextInt(ExpressionPositions.KINDS));
    }
    return injected;
  }

  /** The text with up to four changes that know nothing of the grammar. */
  String scramble(String text, String other) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length() + 1);
      int end = Math.min(changed.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(8)) {
        case 0 -> changed.delete(at, Math.min(changed.length(), at + 1));
        case 1 -> changed.delete(at, end);
        case 2 -> changed.insert(at, changed.substring(at, end));
        case 3 -> changed.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
        case 4 -> {
          int from = random.nextInt(other.length() + 1);
          changed.insert(at, other, from, Math.min(other.length(), from + random.nextInt(40)));
        }
        case 5 -> changed.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return changed.toString();
  }

  /** One piece, over and over: what grows without bound must end in an error. */
  String repeat(String text) {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + piece.repeat(1 + random.nextInt(600)) + text.substring(at);
  }
}
