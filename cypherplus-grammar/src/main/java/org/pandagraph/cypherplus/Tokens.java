/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** All tokens of a statement, the end included, as ANTLR's parser reads them. */
final class Tokens implements TokenStream {
  private final CypherToken[] tokens;
  private int position;

  Tokens(List<CypherToken> tokens) {
    this.tokens = tokens.toArray(new CypherToken[0]);
  }

  @Override
  public CypherToken get(int index) {
    return tokens[index];
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public Token LT(int k) {
    if (k == 0) {
      return null;
    }
    int at = k > 0 ? position + k - 1 : position + k;
    return at < 0 ? null : tokens[Math.min(at, tokens.length - 1)];
  }

  @Override
  public int LA(int k) {
    Token token = LT(k);
    return token == null ? Token.INVALID_TYPE : token.getType();
  }

  @Override
  public void consume() {
    if (position < tokens.length - 1) {
      position++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // All tokens are at hand: there is nothing to let go of.
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, interval.a); i <= interval.b && i < tokens.length; i++) {
      text.append(tokens[i].getText()).append(' ');
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, tokens.length - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
