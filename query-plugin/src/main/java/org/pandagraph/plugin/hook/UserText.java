/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.InputPosition;
import org.neo4j.graphdb.Notification;
import org.pandagraph.cypherplus.PlanText;
import org.pandagraph.cypherplus.SourcePosition;
import org.pandagraph.cypherplus.Translation;

/**
 * Puts what Neo4j says about a translated statement into the user's own text: plans, notifications,
 * errors. Immutable; {@link #PLAIN} gives everything back as it is.
 */
public final class UserText {
  /** For a statement that Neo4j got as the user typed it. */
  public static final UserText PLAIN = new UserText(null, text -> text);

  private final Translation translation;
  private final PlanText planText;

  UserText(Translation translation, PlanText planText) {
    this.translation = translation;
    this.planText = planText;
  }

  /** Whether there is nothing to do. */
  public boolean isPlain() {
    return translation == null;
  }

  /** The statement's translation; null for a plain one. */
  Translation translation() {
    return translation;
  }

  /** Text of Neo4j's with CypherPlus in place of internal calls. */
  public String restore(String text) {
    return text == null ? null : planText.restore(text);
  }

  /** The plan with CypherPlus in its details; null for null. */
  public ExecutionPlanDescription plan(ExecutionPlanDescription plan) {
    return isPlain() || plan == null || plan instanceof UserTextPlan
        ? plan
        : new UserTextPlan(plan, this);
  }

  /** The notifications with the user's positions. */
  public List<Notification> notifications(Iterable<Notification> notifications) {
    List<Notification> mapped = new ArrayList<>();
    for (Notification notification : notifications) {
      mapped.add(
          isPlain() || notification instanceof UserTextNotification
              ? notification
              : new UserTextNotification(notification, this));
    }
    return mapped;
  }

  /** The error told in the user's text; the same object where it says nothing of the statement. */
  public Throwable error(Throwable error) {
    return isPlain() ? error : new ErrorText(translation, this::restore).of(error);
  }

  /** Like {@link #error}, for what may be thrown anyway. */
  RuntimeException unchecked(RuntimeException error) {
    Throwable mapped = error(error);
    return mapped instanceof RuntimeException ? (RuntimeException) mapped : error;
  }

  /** A position in the user's text for one in the translated text. */
  InputPosition position(InputPosition position) {
    if (isPlain() || position == null || position.equals(InputPosition.empty)) {
      return position;
    }
    SourcePosition place =
        SourcePosition.of(
            translation.userText(), translation.sourceMap().toUser(position.getOffset()));
    return new InputPosition(place.offset(), place.line(), place.column());
  }
}
