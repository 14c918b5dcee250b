/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import org.neo4j.cypher.result.QueryProfile;
import org.neo4j.cypher.result.RuntimeResult;
import org.neo4j.graphdb.QueryStatistics;

/** A result whose profile has the counts of seeks with it. */
final class CountedResult implements RuntimeResult {
  private final RuntimeResult result;
  private final SeekCounts counts;

  CountedResult(RuntimeResult result, SeekCounts counts) {
    this.result = result;
    this.counts = counts;
  }

  @Override
  public QueryProfile queryProfile() {
    return new CountedProfile(result.queryProfile(), counts);
  }

  @Override
  public String[] fieldNames() {
    return result.fieldNames();
  }

  @Override
  public ConsumptionState consumptionState() {
    return result.consumptionState();
  }

  @Override
  public QueryStatistics queryStatistics() {
    return result.queryStatistics();
  }

  @Override
  public void request(long numberOfRecords) throws Exception {
    result.request(numberOfRecords);
  }

  @Override
  public void cancel() {
    result.cancel();
  }

  @Override
  public boolean await() throws Exception {
    return result.await();
  }

  @Override
  public long heapHighWaterMark() {
    return result.heapHighWaterMark();
  }

  @Override
  public void close() {
    result.close();
  }
}
