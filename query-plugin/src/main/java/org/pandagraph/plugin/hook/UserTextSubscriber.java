/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.values.AnyValue;

/** Passes records on as they are, and errors in the user's text. */
final class UserTextSubscriber implements QuerySubscriber {
  private final QuerySubscriber original;
  private final UserText userText;

  UserTextSubscriber(QuerySubscriber original, UserText userText) {
    this.original = original;
    this.userText = userText;
  }

  @Override
  public void onResult(int numberOfFields) throws Exception {
    original.onResult(numberOfFields);
  }

  @Override
  public void onRecord() throws Exception {
    original.onRecord();
  }

  @Override
  public void onField(int offset, AnyValue value) throws Exception {
    original.onField(offset, value);
  }

  @Override
  public void onRecordCompleted() throws Exception {
    original.onRecordCompleted();
  }

  @Override
  public void onError(Throwable error) throws Exception {
    original.onError(userText.error(error));
  }

  @Override
  public void onResultCompleted(QueryStatistics statistics) {
    original.onResultCompleted(statistics);
  }
}
