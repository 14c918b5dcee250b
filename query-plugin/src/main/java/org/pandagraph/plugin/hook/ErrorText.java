/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.exceptions.SyntaxException;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.cypherplus.InternalFunction;
import org.pandagraph.cypherplus.SourcePosition;
import org.pandagraph.cypherplus.Translation;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.UserTextException;

/** Tells an error of Neo4j's about a translated statement in the user's text. Immutable. */
final class ErrorText {
  /** As Neo4j prints an input position. */
  private static final Pattern POSITION =
      Pattern.compile("\\(line (\\d{1,9}), column (\\d{1,9}) \\(offset: (\\d{1,9})\\)\\)");

  /** The quoted line and the caret below it, at the end of a syntax error's message. */
  private static final Pattern QUOTE = Pattern.compile("\\R\"[^\\r\\n]*\"?\\R *\\^\\s*\\z");

  /** What is left of an internal name outside a complete call. */
  private static final Pattern INTERNAL_NAME =
      Pattern.compile(
          "`?" + InternalFunction.NAMESPACE.replace(".", "`?\\.`?") + "`?\\.`?(\\w+)`?");

  private final Translation translation;
  private final UnaryOperator<String> restore;

  ErrorText(Translation translation, UnaryOperator<String> restore) {
    this.translation = translation;
    this.restore = restore;
  }

  /** The error as the user should see it; the same object where there is nothing to change. */
  Throwable of(Throwable error) {
    if (toldAlready(error)) {
      return error;
    }
    String message = error.getMessage();
    if (message == null) {
      return error;
    }
    String told = message(message, offsetOf(error));
    if (told.equals(message)) {
      return error;
    }
    return new UserTextException(statusOf(error), told, error);
  }

  private String message(String message, int knownOffset) {
    Matcher position = POSITION.matcher(message);
    int offset = knownOffset;
    int at = -1;
    int after = -1;
    if (position.find()) {
      int stated = Integer.parseInt(position.group(3));
      if (knownOffset >= 0 || isPlaceInTranslation(position, stated)) {
        offset = stated;
        at = position.start();
        after = position.end();
      }
    }
    if (offset < 0) {
      return withoutInternalNames(restore.apply(message));
    }
    Matcher quote = QUOTE.matcher(message);
    boolean quoted = quote.find();
    String text = quoted ? message.substring(0, quote.start()) : message;
    String before = at < 0 ? text : text.substring(0, at).stripTrailing();
    String rest = at < 0 ? "" : text.substring(Math.min(after, text.length()));
    String problem = withoutInternalNames(restore.apply(before));
    SourcePosition place =
        SourcePosition.of(translation.userText(), translation.sourceMap().toUser(offset));
    String described = place.describe(problem);
    int caret = described.indexOf('\n', problem.length());
    return described.substring(0, caret)
        + withoutInternalNames(restore.apply(rest))
        + (quoted ? described.substring(caret) : "");
  }

  /**
   * Whether a position in a message is one of this statement: the message may quote another one
   * that a procedure ran.
   */
  private boolean isPlaceInTranslation(Matcher position, int offset) {
    if (offset > translation.cypherText().length()) {
      return false;
    }
    SourcePosition place = SourcePosition.of(translation.cypherText(), offset);
    return place.line() == Integer.parseInt(position.group(1))
        && place.column() == Integer.parseInt(position.group(2));
  }

  private static String withoutInternalNames(String text) {
    return text.contains(InternalFunction.NAMESPACE)
        ? INTERNAL_NAME.matcher(text).replaceAll("CypherPlus $1")
        : text;
  }

  private static int offsetOf(Throwable error) {
    return error instanceof SyntaxException ? ((SyntaxException) error).getOffset().orElse(-1) : -1;
  }

  private static Status statusOf(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof Status.HasStatus) {
        return ((Status.HasStatus) e).status();
      }
    }
    return Status.Statement.ExecutionFailed;
  }

  private static boolean toldAlready(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof UserTextException || e instanceof CypherPlusError) {
        return true;
      }
    }
    return false;
  }
}
