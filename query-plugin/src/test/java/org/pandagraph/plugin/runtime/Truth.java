/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.cypher.operations.CypherBoolean;
import org.neo4j.kernel.impl.util.ValueUtils;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.VirtualValues;
import org.pandagraph.costore.PointValue;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.PredicateVisitor;
import org.pandagraph.costore.predicate.TextMatch;

/** Evaluates predicates by Neo4j's own operations on values: true, false or null. */
record Truth(Set<String> labels, Map<String, Value> properties)
    implements PredicateVisitor<Value, RuntimeException> {

  boolean isTrue(Predicate predicate) {
    return predicate.accept(this) == Values.TRUE;
  }

  @Override
  public Value visit(And and) {
    boolean unknown = false;
    for (Predicate predicate : and.predicates()) {
      Value value = predicate.accept(this);
      if (value == Values.FALSE) {
        return Values.FALSE;
      }
      unknown |= value == Values.NO_VALUE;
    }
    return unknown ? Values.NO_VALUE : Values.TRUE;
  }

  @Override
  public Value visit(Or or) {
    boolean unknown = false;
    for (Predicate predicate : or.predicates()) {
      Value value = predicate.accept(this);
      if (value == Values.TRUE) {
        return Values.TRUE;
      }
      unknown |= value == Values.NO_VALUE;
    }
    return unknown ? Values.NO_VALUE : Values.FALSE;
  }

  @Override
  public Value visit(Not not) {
    Value value = not.predicate().accept(this);
    return value == Values.NO_VALUE ? value : Values.booleanValue(value == Values.FALSE);
  }

  @Override
  public Value visit(HasLabel hasLabel) {
    return Values.booleanValue(labels.contains(hasLabel.name()));
  }

  @Override
  public Value visit(Comparison comparison) {
    AnyValue left = property(comparison.key());
    AnyValue right = value(comparison.value());
    if (left == Values.NO_VALUE || right == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    return switch (comparison.operator()) {
      case EQUAL -> CypherBoolean.equals(left, right);
      case NOT_EQUAL -> CypherBoolean.notEquals(left, right);
      case LESS -> CypherBoolean.lessThan(left, right);
      case LESS_OR_EQUAL -> CypherBoolean.lessThanOrEqual(left, right);
      case GREATER -> CypherBoolean.greaterThan(left, right);
      case GREATER_OR_EQUAL -> CypherBoolean.greaterThanOrEqual(left, right);
    };
  }

  @Override
  public Value visit(In in) {
    AnyValue property = property(in.key());
    if (in.values().isEmpty()) {
      return Values.FALSE;
    }
    return property == Values.NO_VALUE
        ? Values.NO_VALUE
        : CypherBoolean.in(property, value(in.values()));
  }

  @Override
  public Value visit(TextMatch match) {
    if (!(property(match.key()) instanceof TextValue text) || match.text() == null) {
      return Values.NO_VALUE;
    }
    String value = text.stringValue();
    return Values.booleanValue(
        switch (match.operator()) {
          case STARTS_WITH -> value.startsWith(match.text());
          case ENDS_WITH -> value.endsWith(match.text());
          case CONTAINS -> value.contains(match.text());
        });
  }

  @Override
  public Value visit(Exists exists) {
    return Values.booleanValue(properties.containsKey(exists.key()));
  }

  private AnyValue property(String key) {
    return properties.getOrDefault(key, Values.NO_VALUE);
  }

  private static AnyValue value(Object value) {
    if (value instanceof List<?> list) {
      List<AnyValue> elements = new ArrayList<>();
      list.forEach(element -> elements.add(value(element)));
      return VirtualValues.fromList(elements);
    }
    if (value instanceof org.pandagraph.costore.DurationValue duration) {
      TemporalAmount amount =
          DurationValue.duration(
              duration.months(), duration.days(), duration.seconds(), duration.nanoseconds());
      return Values.durationValue(amount);
    }
    if (value instanceof PointValue point) {
      return Values.pointValue(CoordinateReferenceSystem.get(point.srid()), point.coordinates());
    }
    return ValueUtils.of(value);
  }
}
