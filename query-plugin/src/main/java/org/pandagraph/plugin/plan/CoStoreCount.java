/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.logical.plans.Aggregation;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.logical.plans.LogicalUnaryPlan;
import org.neo4j.cypher.internal.util.attribution.IdGen;
import org.neo4j.cypher.internal.util.attribution.SameId;
import scala.collection.Seq;
import scala.collection.immutable.Map;

/**
 * How many rows a {@link CoStoreSeek} has. To whatever in Neo4j knows no better it is the same
 * number found the stock way: by counting them. Immutable.
 */
public final class CoStoreCount extends Aggregation {
  private static final long serialVersionUID = 1L;

  /**
   * @param seek a {@link CoStoreSeek}, or what a rewriter made of it
   * @param grouping none
   * @param aggregation one count, by the name of its column
   */
  CoStoreCount(
      LogicalPlan seek,
      Map<String, Expression> grouping,
      Map<String, Expression> aggregation,
      IdGen idGen) {
    super(seek, grouping, aggregation, idGen);
  }

  /** Name of the column. */
  public String column() {
    return aggregationExpressions().head()._1();
  }

  @Override
  public String productPrefix() {
    return "CoStoreCount";
  }

  @Override
  @SuppressWarnings("unchecked")
  public CoStoreCount dup(Seq<Object> children) {
    if (children.apply(0) == source()
        && children.apply(1) == groupingExpressions()
        && children.apply(2) == aggregationExpressions()) {
      return this;
    }
    return new CoStoreCount(
        (LogicalPlan) children.apply(0),
        (Map<String, Expression>) children.apply(1),
        (Map<String, Expression>) children.apply(2),
        new SameId(id()));
  }

  @Override
  public CoStoreCount copyPlanWithIdGen(IdGen idGen) {
    return new CoStoreCount(source(), groupingExpressions(), aggregationExpressions(), idGen);
  }

  @Override
  public LogicalUnaryPlan withLhs(LogicalPlan source, IdGen idGen) {
    return new CoStoreCount(source, groupingExpressions(), aggregationExpressions(), idGen);
  }
}
