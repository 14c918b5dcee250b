/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.TextMatch;

/** Random entities, and random predicates that find some of them. */
public final class RandomPredicates {
  private static final String[] KEYS = {"a", "b", "A", "a b", "a.b", "\u00e4`\"'", "\u0001N", ""};
  private static final String BLOB_KEY = "img";
  private static final BlobReference[] BLOBS = {
    new BlobReference("blob:1", "d1", 0, "image/png"),
    new BlobReference("blob:2", "d2", 10, "image/png"),
    new BlobReference("blob:3", "d3", 1L << 60, "image/jpeg"),
    new BlobReference("blob:4", "d4", 11, "text/plain")
  };
  private static final String[] LABELS = {"A", "B", "a", "A B", "\ud83d\ude00"};

  private final Random random;
  private final RandomValues values;
  private final List<Object> seen = new ArrayList<>();

  public RandomPredicates(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  /** An entity with up to four properties. */
  public EntityState entity(EntityKind kind, long id, long version) {
    Set<String> labels = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.add(pick(LABELS));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Object value = values.next();
      seen.add(value);
      properties.put(pick(KEYS), value);
    }
    if (random.nextInt(3) > 0) {
      properties.put(BLOB_KEY, random.nextInt(8) == 0 ? values.next() : pick(BLOBS));
    }
    return EntityState.of(kind, id, version, labels, properties);
  }

  /**
   * A predicate.
   *
   * @param depth of predicates in each other, at most
   */
  public Predicate predicate(int depth) {
    if (depth == 0) {
      return leaf();
    }
    switch (random.nextInt(6)) {
      case 0:
        return new And(predicates(depth - 1));
      case 1:
        return new Or(predicates(depth - 1));
      case 2:
        return new Not(predicate(depth - 1));
      default:
        return leaf();
    }
  }

  private List<Predicate> predicates(int depth) {
    List<Predicate> predicates = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      predicates.add(predicate(depth));
    }
    return predicates;
  }

  private Predicate leaf() {
    if (random.nextInt(5) == 0) {
      return ofMetadata(pick(BlobMetadata.values()));
    }
    String key = random.nextInt(10) == 0 ? BLOB_KEY : pick(KEYS);
    switch (random.nextInt(9)) {
      case 0:
        return new HasLabel(pick(LABELS));
      case 1:
        return new Exists(key);
      case 2:
        return new In(key, someValues());
      case 3:
      case 4:
        return new TextMatch(key, pick(TextMatch.Operator.values()), text());
      default:
        return new Comparison(key, pick(Comparison.Operator.values()), value());
    }
  }

  private Predicate ofMetadata(BlobMetadata metadata) {
    String key = metadata.keyOf(BLOB_KEY);
    Object value = random.nextInt(10) == 0 ? value() : metadata.of(pick(BLOBS));
    switch (random.nextInt(4)) {
      case 0:
        return new Exists(key);
      case 1:
        return new In(key, List.of(value == null ? "" : value, metadata.of(pick(BLOBS))));
      case 2:
        return new TextMatch(key, pick(TextMatch.Operator.values()), text());
      default:
        return new Comparison(key, pick(Comparison.Operator.values()), value);
    }
  }

  private List<Object> someValues() {
    List<Object> some = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      some.add(value());
    }
    return some;
  }

  private Object value() {
    if (random.nextInt(20) == 0) {
      return null;
    }
    return seen.isEmpty() || random.nextInt(3) == 0
        ? values.next()
        : seen.get(random.nextInt(seen.size()));
  }

  private String text() {
    if (random.nextInt(20) == 0) {
      return null;
    }
    String text = values.text();
    return text.length() > 100 ? text.substring(0, random.nextInt(5)) : text;
  }

  private <T> T pick(T[] some) {
    return some[random.nextInt(some.length)];
  }
}
