/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.List;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.values.AnyValue;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/** A predicate of a co-store whose values are expressions, still to be evaluated. Immutable. */
public final class Condition {
  private final Template template;
  private final List<Expression> values;

  Condition(Template template, List<Expression> values) {
    this.template = template;
    this.values = List.copyOf(values);
  }

  /** The expressions, in the order in which {@link #bind} takes their values. */
  public List<Expression> values() {
    return values;
  }

  /**
   * The predicate for given values.
   *
   * @throws NotPushable where one of them is none that a property can have
   */
  public Predicate bind(AnyValue[] values) throws NotPushable {
    return template.bind(values);
  }

  /** Makes a predicate out of the values that are in it. */
  @FunctionalInterface
  interface Template {
    Predicate bind(AnyValue[] values) throws NotPushable;
  }
}
