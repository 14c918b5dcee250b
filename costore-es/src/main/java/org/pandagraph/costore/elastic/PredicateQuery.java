/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * A predicate as an Elasticsearch query. The query finds all entities for which the predicate is
 * true, and of the others at most some that are {@code unsure} in a key of {@link #unsureKeys}.
 * Immutable, as long as nobody changes the JSON.
 */
final class PredicateQuery {
  private final ObjectNode query;
  private final Set<String> unsureKeys;

  private PredicateQuery(ObjectNode query, Set<String> unsureKeys) {
    this.query = query;
    this.unsureKeys = unsureKeys;
  }

  /**
   * Translates a predicate.
   *
   * @throws NotPushable where there is no such query
   */
  static PredicateQuery of(Predicate predicate) throws NotPushable {
    Set<String> unsureKeys = new TreeSet<>();
    Outcomes outcomes = new Outcomes(unsureKeys);
    return new PredicateQuery(predicate.accept(outcomes.whenTrue()), unsureKeys);
  }

  ObjectNode query() {
    return query;
  }

  /** Terms of the keys on whose orders or parts it depends; sorted. */
  Set<String> unsureKeys() {
    return unsureKeys;
  }

  /** Finds those who are unsure. */
  ObjectNode unsureQuery() {
    return Queries.terms(Fields.UNSURE, unsureKeys);
  }
}
