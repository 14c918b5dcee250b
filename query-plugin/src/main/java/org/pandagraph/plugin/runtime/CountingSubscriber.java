/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.values.AnyValue;

/** A subscriber that has counts of seeks with it. */
final class CountingSubscriber implements QuerySubscriber {
  private final QuerySubscriber subscriber;
  private final SeekCounts counts = new SeekCounts();

  CountingSubscriber(QuerySubscriber subscriber) {
    this.subscriber = subscriber;
  }

  SeekCounts counts() {
    return counts;
  }

  @Override
  public void onResult(int numberOfFields) throws Exception {
    subscriber.onResult(numberOfFields);
  }

  @Override
  public void onRecord() throws Exception {
    subscriber.onRecord();
  }

  @Override
  public void onField(int offset, AnyValue value) throws Exception {
    subscriber.onField(offset, value);
  }

  @Override
  public void onRecordCompleted() throws Exception {
    subscriber.onRecordCompleted();
  }

  @Override
  public void onError(Throwable error) throws Exception {
    subscriber.onError(error);
  }

  @Override
  public void onResultCompleted(QueryStatistics statistics) {
    subscriber.onResultCompleted(statistics);
  }
}
