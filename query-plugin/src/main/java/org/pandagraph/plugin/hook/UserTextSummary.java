/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.Collection;
import org.neo4j.fabric.stream.summary.Summary;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Notification;
import org.neo4j.graphdb.QueryStatistics;

/** A statement's summary with plan and notifications in the user's text. */
final class UserTextSummary implements Summary {
  private final Summary original;
  private final UserText userText;

  UserTextSummary(Summary original, UserText userText) {
    this.original = original;
    this.userText = userText;
  }

  @Override
  public ExecutionPlanDescription executionPlanDescription() {
    return userText.plan(original.executionPlanDescription());
  }

  @Override
  public Collection<Notification> getNotifications() {
    return userText.notifications(original.getNotifications());
  }

  @Override
  public QueryStatistics getQueryStatistics() {
    return original.getQueryStatistics();
  }
}
