/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.values.AnyValue;
import org.neo4j.values.SequenceValue;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.FloatingPointValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.TemporalValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.Blob;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.predicate.NotPushable;

/** Cypher's values as co-stores have them; see {@link org.pandagraph.costore.EntityState}. */
public final class PropertyValues {
  private PropertyValues() {}

  /**
   * A value as a co-store has it.
   *
   * @return null for Cypher's null
   * @throws NotPushable where no property can have such a value: maps, nodes, paths, nested lists
   */
  public static Object of(AnyValue value) throws NotPushable {
    if (value == Values.NO_VALUE) {
      return null;
    }
    return value instanceof SequenceValue ? list((SequenceValue) value) : scalar(value);
  }

  /**
   * What a property holds, as a co-store has it: as {@link #of}, but a blob is told from a string.
   *
   * @throws NotPushable where no property can have such a value
   */
  public static Object held(Value value) throws NotPushable {
    Object plain = of(value);
    return plain instanceof String
        ? Blob.fromReference((String) plain).<Object>map(PropertyValues::blob).orElse(plain)
        : plain;
  }

  private static BlobReference blob(Blob blob) {
    return new BlobReference(
        blob.toReference(), blob.digest().toHex(), blob.length(), blob.mimeType());
  }

  /**
   * The elements of a list, nulls among them.
   *
   * @throws NotPushable where it is no list, or one element is none that a property can have
   */
  public static List<Object> elements(AnyValue value) throws NotPushable {
    if (!(value instanceof SequenceValue)) {
      throw new NotPushable("not a list: " + value.getTypeName());
    }
    List<Object> elements = new ArrayList<>();
    for (AnyValue element : (SequenceValue) value) {
      elements.add(of(element));
    }
    return elements;
  }

  private static List<Object> list(SequenceValue sequence) throws NotPushable {
    List<Object> elements = new ArrayList<>();
    for (AnyValue element : sequence) {
      if (element == Values.NO_VALUE) {
        throw new NotPushable("a list with a null in it");
      }
      elements.add(scalar(element));
    }
    return elements;
  }

  private static Object scalar(AnyValue value) throws NotPushable {
    if (value instanceof TextValue) {
      return ((TextValue) value).stringValue();
    }
    if (value instanceof IntegralValue) {
      return ((IntegralValue) value).longValue();
    }
    if (value instanceof FloatingPointValue) {
      return ((FloatingPointValue) value).doubleValue();
    }
    if (value instanceof BooleanValue) {
      return ((BooleanValue) value).booleanValue();
    }
    if (value instanceof TemporalValue) {
      return ((TemporalValue<?, ?>) value).asObject();
    }
    if (value instanceof DurationValue) {
      return duration((DurationValue) value);
    }
    if (value instanceof PointValue) {
      PointValue point = (PointValue) value;
      return new org.pandagraph.costore.PointValue(
          point.getCoordinateReferenceSystem().getCode(), point.coordinate());
    }
    throw new NotPushable("no property can be a " + value.getTypeName());
  }

  private static org.pandagraph.costore.DurationValue duration(DurationValue duration) {
    return new org.pandagraph.costore.DurationValue(
        duration.get(ChronoUnit.MONTHS),
        duration.get(ChronoUnit.DAYS),
        duration.get(ChronoUnit.SECONDS),
        (int) duration.get(ChronoUnit.NANOS));
  }
}
