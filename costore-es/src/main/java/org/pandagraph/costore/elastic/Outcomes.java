/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.PredicateVisitor;
import org.pandagraph.costore.predicate.TextMatch;
import org.pandagraph.costore.value.NameTerm;
import org.pandagraph.costore.value.ValueType;

/**
 * Cypher's three outcomes as two queries: for which entities a predicate is true, and for which it
 * is false; for the rest it is null. {@code NOT p} is true where p is false, which is not where p
 * is not true. One of these is used for one predicate, by one thread.
 */
final class Outcomes {
  /** Elasticsearch takes 30 queries in each other, and some thousand in all. */
  private static final int MOST_DEPTH = 20;

  private static final int MOST_CLAUSES = 1000;

  private final Unsure unsure;
  private final Leaves leaves;
  private final Side whenTrue = new Side(true);
  private final Side whenFalse = new Side(false);
  private int depth;
  private int clauses;

  /**
   * @param unsure told of which entities the documents do not decide
   */
  Outcomes(Unsure unsure) {
    this.unsure = unsure;
    this.leaves = new Leaves(unsure);
  }

  PredicateVisitor<ObjectNode, NotPushable> whenTrue() {
    return whenTrue;
  }

  PredicateVisitor<ObjectNode, NotPushable> whenFalse() {
    return whenFalse;
  }

  private final class Side implements PredicateVisitor<ObjectNode, NotPushable> {
    private final boolean wanted;

    Side(boolean wanted) {
      this.wanted = wanted;
    }

    @Override
    public ObjectNode visit(And and) throws NotPushable {
      return wanted ? Queries.and(allOf(and.predicates())) : Queries.or(parts(and.predicates()));
    }

    @Override
    public ObjectNode visit(Or or) throws NotPushable {
      List<ObjectNode> parts = parts(or.predicates());
      return wanted ? Queries.or(parts) : Queries.and(parts);
    }

    /** Bounds of one property, such as {@code 1 < n.p AND n.p < 9}, are one range. */
    private List<ObjectNode> allOf(List<Predicate> predicates) throws NotPushable {
      Map<List<Object>, List<Comparison>> bounds = new LinkedHashMap<>();
      List<Predicate> others = new ArrayList<>();
      for (Predicate predicate : predicates) {
        if (predicate instanceof Comparison && Leaves.isBound((Comparison) predicate)) {
          Comparison bound = (Comparison) predicate;
          bounds
              .computeIfAbsent(
                  List.of(bound.key(), ValueType.of(bound.value())), key -> new ArrayList<>())
              .add(bound);
        } else {
          others.add(predicate);
        }
      }
      List<ObjectNode> parts = parts(others);
      for (List<Comparison> ofOne : bounds.values()) {
        for (int i = 0; i < ofOne.size(); i++) {
          count();
        }
        parts.add(known(ofOne.get(0).key(), leaves.between(ofOne)));
      }
      return parts;
    }

    private List<ObjectNode> parts(List<Predicate> predicates) throws NotPushable {
      if (++depth > MOST_DEPTH) {
        throw new NotPushable("more than " + MOST_DEPTH + " predicates in each other");
      }
      List<ObjectNode> parts = new ArrayList<>(predicates.size());
      for (Predicate predicate : predicates) {
        parts.add(predicate.accept(this));
      }
      depth--;
      return parts;
    }

    @Override
    public ObjectNode visit(Not not) throws NotPushable {
      return not.predicate().accept(wanted ? whenFalse : whenTrue);
    }

    @Override
    public ObjectNode visit(HasLabel hasLabel) throws NotPushable {
      return either(Queries.term(Fields.LABELS, NameTerm.of(hasLabel.name())));
    }

    @Override
    public ObjectNode visit(Exists exists) throws NotPushable {
      return known(exists.key(), either(Queries.term(Fields.KEYS, NameTerm.of(exists.key()))));
    }

    /** Of a predicate that is never null. */
    private ObjectNode either(ObjectNode query) throws NotPushable {
      count();
      return wanted ? query : Queries.andNot(Queries.all(), query);
    }

    @Override
    public ObjectNode visit(Comparison comparison) throws NotPushable {
      count();
      return known(comparison.key(), leaves.comparison(comparison, wanted));
    }

    @Override
    public ObjectNode visit(In in) throws NotPushable {
      count();
      return known(in.key(), leaves.in(in, wanted));
    }

    @Override
    public ObjectNode visit(TextMatch textMatch) throws NotPushable {
      count();
      return known(textMatch.key(), leaves.textMatch(textMatch, wanted));
    }

    /** Those whose metadata the documents do not have are found by either side. */
    private ObjectNode known(String key, ObjectNode query) {
      return BlobMetadata.isKey(key)
          ? Queries.or(List.of(query, unsure.withoutMetadata(key)))
          : query;
    }

    private void count() throws NotPushable {
      if (++clauses > MOST_CLAUSES) {
        throw new NotPushable("more than " + MOST_CLAUSES + " predicates");
      }
    }
  }
}
