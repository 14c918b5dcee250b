/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * A predicate as an Elasticsearch query. The query finds all entities for which the predicate is
 * true, and of the others at most some that {@link #unsure} finds. Immutable, as long as nobody
 * changes the JSON.
 */
final class PredicateQuery {
  private final ObjectNode query;
  private final ObjectNode unsure;

  private PredicateQuery(ObjectNode query, ObjectNode unsure) {
    this.query = query;
    this.unsure = unsure;
  }

  /**
   * Translates a predicate.
   *
   * @throws NotPushable where there is no such query
   */
  static PredicateQuery of(Predicate predicate) throws NotPushable {
    Unsure unsure = new Unsure();
    ObjectNode query = predicate.accept(new Outcomes(unsure).whenTrue());
    return new PredicateQuery(query, unsure.query());
  }

  ObjectNode query() {
    return query;
  }

  /** Whether there can be any that the documents do not decide on. */
  boolean mayBeUnsure() {
    return !Queries.isNone(unsure);
  }

  /** Finds those that the documents do not decide on, whether or not the query finds them. */
  ObjectNode unsure() {
    return unsure;
  }
}
