/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Notification;
import org.neo4j.graphdb.QueryExecutionType;
import org.neo4j.kernel.impl.query.QueryExecution;

/** A running statement whose plan, notifications and errors are told in the user's text. */
final class UserTextExecution implements QueryExecution {
  private final QueryExecution original;
  private final UserText userText;

  UserTextExecution(QueryExecution original, UserText userText) {
    this.original = original;
    this.userText = userText;
  }

  @Override
  public QueryExecutionType executionType() {
    return original.executionType();
  }

  @Override
  public ExecutionPlanDescription executionPlanDescription() {
    return userText.plan(original.executionPlanDescription());
  }

  @Override
  public Iterable<Notification> getNotifications() {
    return userText.notifications(original.getNotifications());
  }

  @Override
  public String[] fieldNames() {
    return original.fieldNames();
  }

  @Override
  public void request(long numberOfRecords) throws Exception {
    try {
      original.request(numberOfRecords);
    } catch (Exception e) {
      throw told(e);
    }
  }

  @Override
  public void cancel() {
    original.cancel();
  }

  @Override
  public boolean await() throws Exception {
    try {
      return original.await();
    } catch (Exception e) {
      throw told(e);
    }
  }

  private Exception told(Exception error) {
    Throwable mapped = userText.error(error);
    return mapped instanceof Exception ? (Exception) mapped : error;
  }
}
