/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pandagraph.costore.DurationValue;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Comparison.Operator;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.TextMatch;
import org.pandagraph.costore.value.NameTerm;
import org.pandagraph.costore.value.QueryTerms;
import org.pandagraph.costore.value.TermRange;
import org.pandagraph.costore.value.ValueTerm;
import org.pandagraph.costore.value.ValueType;

/** Where a predicate on one property is true, and where it is false, as queries. */
final class Leaves {
  /** Elasticsearch's {@code index.max_terms_count} is 65,536. */
  private static final int MOST_TERMS = 50_000;

  /**
   * Bytes that a range's two ends, a prefix or a wildcard may have together: Lucene makes an
   * automaton of them, with a state for each byte, and takes 1,000 states.
   */
  private static final int MOST_STATES = 900;

  /**
   * Characters of a text that a wildcard is made of: behind its first * each has several states.
   */
  private static final int MOST_WILDCARD = 100;

  private final Unsure unsure;

  Leaves(Unsure unsure) {
    this.unsure = unsure;
  }

  ObjectNode comparison(Comparison comparison, boolean wanted) throws NotPushable {
    if (comparison.value() == null) {
      return Queries.none();
    }
    switch (comparison.operator()) {
      case EQUAL:
        return equal(comparison.key(), List.of(comparison.value()), wanted);
      case NOT_EQUAL:
        return equal(comparison.key(), List.of(comparison.value()), !wanted);
      default:
        return ordered(comparison, wanted);
    }
  }

  ObjectNode in(In in, boolean wanted) throws NotPushable {
    if (in.values().isEmpty()) {
      // False, of a missing property, too.
      return wanted ? Queries.none() : Queries.all();
    }
    List<Object> values = new ArrayList<>(in.values());
    boolean hadNull = values.removeIf(value -> value == null);
    if (hadNull && !wanted) {
      return Queries.none();
    }
    return equal(in.key(), values, wanted);
  }

  private ObjectNode equal(String key, List<Object> values, boolean wanted) throws NotPushable {
    String prefix = ValueTerm.prefix(key);
    Set<String> terms = new LinkedHashSet<>();
    for (Object value : values) {
      for (String term : QueryTerms.equalTo(value)) {
        terms.add(prefix + term);
      }
    }
    if (terms.size() > MOST_TERMS) {
      throw new NotPushable("more than " + MOST_TERMS + " values");
    }
    ObjectNode equal = Queries.terms(Fields.VALUES, terms);
    return wanted ? equal : Queries.andNot(exists(key), equal);
  }

  private ObjectNode ordered(Comparison comparison, boolean wanted) throws NotPushable {
    if (comparison.value() instanceof DurationValue) {
      return duration(comparison, wanted);
    }
    return ordered(
        comparison.key(),
        ValueType.of(comparison.value()),
        QueryTerms.range(comparison.operator(), comparison.value()),
        wanted);
  }

  /** Whether {@link #between} can take it. */
  static boolean isBound(Comparison comparison) {
    return comparison.value() != null
        && !(comparison.value() instanceof DurationValue)
        && comparison.operator() != Operator.EQUAL
        && comparison.operator() != Operator.NOT_EQUAL;
  }

  /**
   * Where all of some bounds are true. A property has one value and so one term: it is in all of
   * the ranges where it is in their intersection, which is mostly much smaller than each of them.
   *
   * @param bounds of one key, with values of one type
   */
  ObjectNode between(List<Comparison> bounds) throws NotPushable {
    List<TermRange> common = null;
    for (Comparison bound : bounds) {
      List<TermRange> ranges = QueryTerms.range(bound.operator(), bound.value());
      common = common == null ? ranges : intersection(common, ranges);
    }
    return ordered(bounds.get(0).key(), ValueType.of(bounds.get(0).value()), common, true);
  }

  private static List<TermRange> intersection(List<TermRange> left, List<TermRange> right) {
    List<TermRange> common = new ArrayList<>();
    for (TermRange one : left) {
      for (TermRange other : right) {
        one.and(other).ifPresent(common::add);
      }
    }
    return common;
  }

  private ObjectNode ordered(String key, ValueType type, List<TermRange> ranges, boolean wanted)
      throws NotPushable {
    String prefix = ValueTerm.prefix(key);
    List<ObjectNode> queries = new ArrayList<>(2);
    for (TermRange range : ranges) {
      requireFew(prefix + prefix + range.from() + range.to());
      queries.add(Queries.range(Fields.VALUES, prefix, range));
    }
    return ofType(key, type, Queries.or(queries), wanted);
  }

  /** A duration is in no order with another; with an equal one it is equal. */
  private ObjectNode duration(Comparison comparison, boolean wanted) throws NotPushable {
    boolean whenEqual =
        comparison.operator() == Operator.LESS_OR_EQUAL
            || comparison.operator() == Operator.GREATER_OR_EQUAL;
    return whenEqual == wanted
        ? equal(comparison.key(), List.of(comparison.value()), true)
        : Queries.none();
  }

  ObjectNode textMatch(TextMatch match, boolean wanted) throws NotPushable {
    if (match.text() == null) {
      return Queries.none();
    }
    if (match.text().isEmpty()) {
      return wanted ? hasType(match.key(), ValueType.STRING) : Queries.none();
    }
    return ofType(match.key(), ValueType.STRING, matching(match), wanted);
  }

  private static ObjectNode matching(TextMatch match) throws NotPushable {
    String prefix = ValueTerm.prefix(match.key());
    String term = QueryTerms.prefix(match.text());
    if (match.operator() == TextMatch.Operator.STARTS_WITH) {
      requireFew(prefix + term);
      return Queries.prefix(Fields.VALUES, prefix + term);
    }
    if (match.text().length() > MOST_WILDCARD) {
      throw new NotPushable(
          match.operator().keyword() + " of more than " + MOST_WILDCARD + " characters");
    }
    String pattern =
        Queries.escapeWildcard(prefix + ValueType.STRING.tag())
            + "*"
            + Queries.escapeWildcard(match.text());
    requireFew(pattern);
    return Queries.wildcard(
        Fields.VALUES, match.operator() == TextMatch.Operator.CONTAINS ? pattern + "*" : pattern);
  }

  /**
   * Of a predicate that is true where a query says so, false of other values of the same type, and
   * null of the rest. Strings without a term of their own are in both.
   */
  private ObjectNode ofType(String key, ValueType type, ObjectNode whenTrue, boolean wanted) {
    ObjectNode hashed = type == ValueType.STRING ? unsure.hashed(key) : Queries.none();
    if (!wanted) {
      return Queries.andNot(hasType(key, type), whenTrue);
    }
    return Queries.isNone(hashed) ? whenTrue : Queries.or(List.of(whenTrue, hashed));
  }

  private static void requireFew(String states) throws NotPushable {
    if (states.getBytes(StandardCharsets.UTF_8).length > MOST_STATES) {
      throw new NotPushable("a key and a text of more than " + MOST_STATES + " bytes together");
    }
  }

  private static ObjectNode exists(String key) {
    return Queries.term(Fields.KEYS, NameTerm.of(key));
  }

  private static ObjectNode hasType(String key, ValueType type) {
    return Queries.term(Fields.KEYS, ValueTerm.prefix(key) + type.tag());
  }
}
