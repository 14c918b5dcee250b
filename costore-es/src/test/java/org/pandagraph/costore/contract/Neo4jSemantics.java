/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.cypher.operations.CypherBoolean;
import org.neo4j.values.AnyValue;
import org.neo4j.values.Equality;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.VirtualValues;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.EntityState;
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

/**
 * What Neo4j 4.4 itself says of a predicate: its values, its comparator, its operators; only the
 * logic around them (three outcomes) is written here, from the openCypher specification.
 */
public final class Neo4jSemantics implements PredicateVisitor<Optional<Boolean>, RuntimeException> {
  private final EntityState state;

  private Neo4jSemantics(EntityState state) {
    this.state = state;
  }

  /** Whether it is true of an entity; empty for null. */
  public static Optional<Boolean> evaluate(Predicate predicate, EntityState state) {
    return predicate.accept(new Neo4jSemantics(state));
  }

  /**
   * Whether a predicate asks for metadata of a property that holds no stored blob. Of bytes there
   * are some, of other values Neo4j refuses them: neither is known here.
   */
  public static boolean isUnknown(Predicate predicate, EntityState state) {
    return metadataKeys(predicate)
        .map(key -> state.properties().get(BlobMetadata.propertyOf(key)))
        .anyMatch(value -> value != null && !(value instanceof BlobReference));
  }

  private static Stream<String> metadataKeys(Predicate predicate) {
    if (predicate instanceof And) {
      return ((And) predicate).predicates().stream().flatMap(Neo4jSemantics::metadataKeys);
    } else if (predicate instanceof Or) {
      return ((Or) predicate).predicates().stream().flatMap(Neo4jSemantics::metadataKeys);
    } else if (predicate instanceof Not) {
      return metadataKeys(((Not) predicate).predicate());
    }
    String key = null;
    if (predicate instanceof Comparison) {
      key = ((Comparison) predicate).key();
    } else if (predicate instanceof In) {
      key = ((In) predicate).key();
    } else if (predicate instanceof TextMatch) {
      key = ((TextMatch) predicate).key();
    } else if (predicate instanceof Exists) {
      key = ((Exists) predicate).key();
    }
    return Stream.ofNullable(key).filter(BlobMetadata::isKey);
  }

  @Override
  public Optional<Boolean> visit(And and) {
    return anyOf(and.predicates(), false);
  }

  @Override
  public Optional<Boolean> visit(Or or) {
    return anyOf(or.predicates(), true);
  }

  /** One that decides decides; else an unknown one makes it unknown. */
  private Optional<Boolean> anyOf(List<Predicate> predicates, boolean decides) {
    boolean unknown = false;
    for (Predicate predicate : predicates) {
      Optional<Boolean> each = predicate.accept(this);
      if (each.isEmpty()) {
        unknown = true;
      } else if (each.get() == decides) {
        return each;
      }
    }
    return unknown ? Optional.empty() : Optional.of(!decides);
  }

  @Override
  public Optional<Boolean> visit(Not not) {
    return not.predicate().accept(this).map(value -> !value);
  }

  @Override
  public Optional<Boolean> visit(HasLabel hasLabel) {
    return Optional.of(state.labels().contains(hasLabel.name()));
  }

  @Override
  public Optional<Boolean> visit(Exists exists) {
    return Optional.of(held(state, exists.key()) != null);
  }

  @Override
  public Optional<Boolean> visit(Comparison comparison) {
    AnyValue left = property(comparison.key());
    AnyValue right = value(comparison.value());
    switch (comparison.operator()) {
      case EQUAL:
        return truth(left.ternaryEquals(right));
      case NOT_EQUAL:
        return truth(left.ternaryEquals(right)).map(equal -> !equal);
      case LESS:
        return truth(CypherBoolean.lessThan(left, right));
      case LESS_OR_EQUAL:
        return truth(CypherBoolean.lessThanOrEqual(left, right));
      case GREATER:
        return truth(CypherBoolean.greaterThan(left, right));
      default:
        return truth(CypherBoolean.greaterThanOrEqual(left, right));
    }
  }

  @Override
  public Optional<Boolean> visit(In in) {
    return truth(
        CypherBoolean.in(
            property(in.key()),
            VirtualValues.list(
                in.values().stream().map(Neo4jSemantics::value).toArray(AnyValue[]::new))));
  }

  @Override
  public Optional<Boolean> visit(TextMatch match) {
    AnyValue left = property(match.key());
    AnyValue right = value(match.text());
    if (!(left instanceof TextValue) || !(right instanceof TextValue)) {
      return Optional.empty();
    }
    TextValue text = (TextValue) left;
    switch (match.operator()) {
      case STARTS_WITH:
        return Optional.of(text.startsWith((TextValue) right));
      case ENDS_WITH:
        return Optional.of(text.endsWith((TextValue) right));
      default:
        return Optional.of(text.contains((TextValue) right));
    }
  }

  private AnyValue property(String key) {
    return value(held(state, key));
  }

  /** What a predicate's key stands for; null where there is nothing, or it is not known. */
  private static Object held(EntityState state, String key) {
    Object property = state.properties().get(BlobMetadata.propertyOf(key));
    if (!BlobMetadata.isKey(key)) {
      return property;
    }
    return property instanceof BlobReference
        ? BlobMetadata.named(BlobMetadata.suffixOf(key).substring(2))
            .orElseThrow()
            .of((BlobReference) property)
        : null;
  }

  private static Optional<Boolean> truth(Equality equality) {
    return equality == Equality.UNDEFINED
        ? Optional.empty()
        : Optional.of(equality == Equality.TRUE);
  }

  private static Optional<Boolean> truth(Value value) {
    return value == Values.NO_VALUE ? Optional.empty() : Optional.of(value.equals(Values.TRUE));
  }

  /** Neo4j's value of one of the co-store's. */
  public static AnyValue value(Object value) {
    if (value == null) {
      return Values.NO_VALUE;
    } else if (value instanceof List) {
      return VirtualValues.list(
          ((List<?>) value).stream().map(Neo4jSemantics::value).toArray(AnyValue[]::new));
    } else if (value instanceof BlobReference) {
      return Values.stringValue(value.toString());
    } else if (value instanceof PointValue) {
      PointValue point = (PointValue) value;
      return Values.pointValue(CoordinateReferenceSystem.get(point.srid()), point.coordinates());
    } else if (value instanceof DurationValue) {
      DurationValue d = (DurationValue) value;
      return org.neo4j.values.storable.DurationValue.duration(
          d.months(), d.days(), d.seconds(), d.nanoseconds());
    }
    return temporal(value);
  }

  private static Value temporal(Object value) {
    if (value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof OffsetTime
        || value instanceof LocalDateTime
        || value instanceof ZonedDateTime) {
      return Values.temporalValue((java.time.temporal.Temporal) value);
    }
    return Values.of(value);
  }
}
