/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.pandagraph.cypherplus.parser.CypherPlusParser;

/**
 * Parses statements: first by ANTLR's fast prediction, and again by the full one where that fails.
 * What ANTLR learns about the grammar while parsing is kept for the next statement, and thrown away
 * when it has grown large. Thread-safe.
 */
final class StatementParser {
  /** Statements between two looks at how much has been learned. */
  private static final int LOOK_EVERY = 256;

  private static final int MOST_STATES = 60_000;

  private volatile Learned learned = new Learned();
  private int parsed;

  /** What prediction has learned; ANTLR guards it against concurrent use itself. */
  private static final class Learned {
    private final DFA[] automata;
    private final PredictionContextCache contexts = new PredictionContextCache();

    Learned() {
      ATN atn = CypherPlusParser._ATN;
      automata = new DFA[atn.getNumberOfDecisions()];
      for (int i = 0; i < automata.length; i++) {
        automata[i] = new DFA(atn.getDecisionState(i), i);
      }
    }

    int states() {
      int sum = 0;
      for (DFA automaton : automata) {
        sum += automaton.states.size();
      }
      return sum;
    }
  }

  /**
   * @throws RecognitionException where the tokens are no statement
   */
  CypherPlusParser.StatementsContext parse(Tokens tokens) {
    Learned current = current();
    try {
      tokens.seek(0);
      return parser(tokens, current, PredictionMode.SLL, new BailErrorStrategy()).statements();
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      return parser(tokens, current, PredictionMode.LL, new FirstError()).statements();
    }
  }

  private synchronized Learned current() {
    if (++parsed % LOOK_EVERY == 0 && learned.states() > MOST_STATES) {
      learned = new Learned();
    }
    return learned;
  }

  private static CypherPlusParser parser(
      Tokens tokens, Learned learned, PredictionMode mode, DefaultErrorStrategy onError) {
    CypherPlusParser parser = new CypherPlusParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(onError);
    parser.setInterpreter(
        new ParserATNSimulator(parser, CypherPlusParser._ATN, learned.automata, learned.contexts));
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  /** Ends the parse at the first error, with ANTLR's exception as it is. */
  private static final class FirstError extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw e;
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new org.antlr.v4.runtime.InputMismatchException(recognizer);
    }

    @Override
    public void sync(Parser recognizer) {
      // Looks ahead only to repair, and nothing is repaired.
    }
  }
}
