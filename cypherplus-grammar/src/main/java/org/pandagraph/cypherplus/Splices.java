/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.ArrayList;
import java.util.List;

/** What is to be put before, after and in the place of a statement's tokens. */
final class Splices {
  private final Tokens tokens;
  private final String userText;
  private final List<List<Insertion>> before;
  private final List<List<Insertion>> after;
  private final Insertion[] instead;

  private static final class Insertion {
    private final String text;
    private final int construct;

    Insertion(String text, int construct) {
      this.text = text;
      this.construct = construct;
    }

    boolean startsWithName() {
      return !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
    }
  }

  Splices(Tokens tokens, String userText) {
    this.tokens = tokens;
    this.userText = userText;
    before = emptySlots(tokens.size());
    after = emptySlots(tokens.size());
    instead = new Insertion[tokens.size()];
  }

  private static List<List<Insertion>> emptySlots(int count) {
    List<List<Insertion>> slots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      slots.add(null);
    }
    return slots;
  }

  /** Text before a token, behind what was put there earlier. */
  void before(CypherToken token, String text, int construct) {
    add(before, token, text, construct);
  }

  /** Text after a token, behind what was put there earlier. */
  void after(CypherToken token, String text, int construct) {
    add(after, token, text, construct);
  }

  /** Text, maybe none, in the place of a token. */
  void instead(CypherToken token, String text, int construct) {
    instead[token.getTokenIndex()] = new Insertion(text, construct);
  }

  private static void add(
      List<List<Insertion>> slots, CypherToken token, String text, int construct) {
    List<Insertion> slot = slots.get(token.getTokenIndex());
    if (slot == null) {
      slot = new ArrayList<>(2);
      slots.set(token.getTokenIndex(), slot);
    }
    slot.add(new Insertion(text, construct));
  }

  SplicedText splice() {
    SplicedText.Builder text = new SplicedText.Builder(userText);
    for (int i = 0; i < tokens.size(); i++) {
      CypherToken token = tokens.get(i);
      Insertion replacement = instead[i];
      List<Insertion> opening = before.get(i);
      List<Insertion> closing = after.get(i);
      if (replacement == null && opening == null && closing == null) {
        continue;
      }
      text.copyTo(token.start());
      Insertion first = opening != null ? opening.get(0) : replacement;
      if (first != null && first.startsWithName() && isGluedToName(i)) {
        text.insert(" ", first.construct);
      }
      insertAll(text, opening);
      if (replacement == null) {
        text.copyTo(token.end());
      } else {
        text.replaceTo(token.end(), replacement.text, replacement.construct);
      }
      insertAll(text, closing);
    }
    return text.build();
  }

  private static void insertAll(SplicedText.Builder text, List<Insertion> insertions) {
    if (insertions != null) {
      for (Insertion insertion : insertions) {
        text.insert(insertion.text, insertion.construct);
      }
    }
  }

  /** Whether a name put here would run into the word before, as in {@code RETURN'a'::'b'}. */
  private boolean isGluedToName(int index) {
    if (index == 0) {
      return false;
    }
    CypherToken previous = tokens.get(index - 1);
    return previous.end() == tokens.get(index).start()
        && Character.isJavaIdentifierPart(
            previous.getText().charAt(previous.getText().length() - 1));
  }
}
