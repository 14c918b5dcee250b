/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neo4j.cypher.internal.expressions.Equals;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.GreaterThan;
import org.neo4j.cypher.internal.expressions.GreaterThanOrEqual;
import org.neo4j.cypher.internal.expressions.In;
import org.neo4j.cypher.internal.expressions.IsNotNull;
import org.neo4j.cypher.internal.expressions.LessThan;
import org.neo4j.cypher.internal.expressions.LessThanOrEqual;
import org.neo4j.cypher.internal.expressions.Property;
import org.neo4j.cypher.internal.expressions.PropertyKeyName;
import org.neo4j.cypher.internal.expressions.StartsWith;
import org.neo4j.cypher.internal.expressions.Variable;
import org.neo4j.cypher.internal.logical.plans.Bound;
import org.neo4j.cypher.internal.logical.plans.CompositeQueryExpression;
import org.neo4j.cypher.internal.logical.plans.ExistenceQueryExpression;
import org.neo4j.cypher.internal.logical.plans.HalfOpenSeekRange;
import org.neo4j.cypher.internal.logical.plans.InequalitySeekRange;
import org.neo4j.cypher.internal.logical.plans.InequalitySeekRangeWrapper;
import org.neo4j.cypher.internal.logical.plans.ManyQueryExpression;
import org.neo4j.cypher.internal.logical.plans.NodeIndexSeekLeafPlan;
import org.neo4j.cypher.internal.logical.plans.PrefixSeekRangeWrapper;
import org.neo4j.cypher.internal.logical.plans.QueryExpression;
import org.neo4j.cypher.internal.logical.plans.RangeBetween;
import org.neo4j.cypher.internal.logical.plans.RangeGreaterThan;
import org.neo4j.cypher.internal.logical.plans.RangeQueryExpression;
import org.neo4j.cypher.internal.logical.plans.SingleQueryExpression;
import org.neo4j.cypher.internal.util.InputPosition;
import scala.collection.JavaConverters;

/** What an index seek asks of its index, as the expressions it was planned for. */
final class IndexedCondition {
  private static final InputPosition NOWHERE = InputPosition.NONE();

  private IndexedCondition() {}

  /** Empty for what is not written back: points in a distance or box, several keys at once. */
  static Optional<List<Expression>> of(NodeIndexSeekLeafPlan seek) {
    if (seek.properties().size() != 1 || seek.valueExpr() instanceof CompositeQueryExpression) {
      return Optional.empty();
    }
    String key = seek.properties().head().propertyKeyToken().name();
    return of(property(seek.idName(), key), seek.valueExpr());
  }

  private static Expression property(String variable, String key) {
    return new Property(
        new Variable(variable, NOWHERE), new PropertyKeyName(key, NOWHERE), NOWHERE);
  }

  private static Optional<List<Expression>> of(
      Expression property, QueryExpression<Expression> query) {
    if (query instanceof ExistenceQueryExpression) {
      return Optional.of(List.of(new IsNotNull(property, NOWHERE)));
    }
    if (query instanceof SingleQueryExpression) {
      Expression value = ((SingleQueryExpression<Expression>) query).expression();
      return Optional.of(List.of(new Equals(property, value, NOWHERE)));
    }
    if (query instanceof ManyQueryExpression) {
      Expression values = ((ManyQueryExpression<Expression>) query).expression();
      return Optional.of(List.of(new In(property, values, NOWHERE)));
    }
    return query instanceof RangeQueryExpression
        ? range(property, ((RangeQueryExpression<Expression>) query).expression())
        : Optional.empty();
  }

  private static Optional<List<Expression>> range(Expression property, Expression range) {
    if (range instanceof PrefixSeekRangeWrapper) {
      Expression prefix = ((PrefixSeekRangeWrapper) range).range().prefix();
      return Optional.of(List.of(new StartsWith(property, prefix, NOWHERE)));
    }
    if (!(range instanceof InequalitySeekRangeWrapper)) {
      return Optional.empty();
    }
    List<Expression> bounds = new ArrayList<>();
    add(bounds, property, ((InequalitySeekRangeWrapper) range).range());
    return Optional.of(bounds);
  }

  private static void add(
      List<Expression> bounds, Expression property, InequalitySeekRange<Expression> range) {
    if (range instanceof RangeBetween) {
      add(bounds, property, ((RangeBetween<Expression>) range).greaterThan());
      add(bounds, property, ((RangeBetween<Expression>) range).lessThan());
      return;
    }
    HalfOpenSeekRange<Expression> half = (HalfOpenSeekRange<Expression>) range;
    for (Bound<Expression> bound : JavaConverters.seqAsJavaList(half.bounds().toIndexedSeq())) {
      bounds.add(inequality(property, bound, range instanceof RangeGreaterThan));
    }
  }

  private static Expression inequality(
      Expression property, Bound<Expression> bound, boolean greater) {
    if (greater) {
      return bound.isInclusive()
          ? new GreaterThanOrEqual(property, bound.endPoint(), NOWHERE)
          : new GreaterThan(property, bound.endPoint(), NOWHERE);
    }
    return bound.isInclusive()
        ? new LessThanOrEqual(property, bound.endPoint(), NOWHERE)
        : new LessThan(property, bound.endPoint(), NOWHERE);
  }
}
