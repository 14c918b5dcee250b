/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.commands.expressions.Expression;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.values.AnyValue;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.plugin.plan.Condition;

/** A condition and what evaluates its values. Immutable. */
final class SeekConjunct {
  private final Condition condition;
  private final List<Expression> values;

  SeekConjunct(Condition condition, List<Expression> values) {
    this.condition = condition;
    this.values = values;
  }

  /** The values of this moment. */
  AnyValue[] values(CypherRow arguments, QueryState state) {
    AnyValue[] evaluated = new AnyValue[values.size()];
    for (int i = 0; i < evaluated.length; i++) {
      evaluated[i] = values.get(i).apply(arguments, state);
    }
    return evaluated;
  }

  /** The predicate with some values. */
  Predicate bind(AnyValue[] evaluated) throws NotPushable {
    return condition.bind(evaluated);
  }
}
