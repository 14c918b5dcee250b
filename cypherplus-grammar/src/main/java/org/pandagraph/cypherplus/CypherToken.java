/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** A token of a statement. Immutable. */
final class CypherToken implements Token {
  private final EscapedText source;
  private final int type;
  private final int index;
  private final int from;
  private final int to;

  /**
   * @param index among the statement's tokens
   * @param from its first character in the source
   * @param to past its last character in the source
   */
  CypherToken(EscapedText source, int type, int index, int from, int to) {
    this.source = source;
    this.type = type;
    this.index = index;
    this.from = from;
    this.to = to;
  }

  /** The text with unicode escapes resolved; empty at the end of the statement. */
  @Override
  public String getText() {
    return source.substring(from, to);
  }

  /** Where it starts in the user's text. */
  int start() {
    return source.userOffset(from);
  }

  /** Where it ends in the user's text: past its last character. */
  int end() {
    return source.userOffset(to);
  }

  /** The text exactly as typed. */
  String typed() {
    return source.userText().substring(start(), end());
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start();
  }

  @Override
  public int getStopIndex() {
    return end() - 1;
  }

  @Override
  public int getLine() {
    return SourcePosition.of(source.userText(), start()).line();
  }

  @Override
  public int getCharPositionInLine() {
    return SourcePosition.of(source.userText(), start()).column() - 1;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return getText();
  }
}
