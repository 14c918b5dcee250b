/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neo4j.cypher.internal.expressions.AutoExtractedParameter;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.ListLiteral;
import org.neo4j.cypher.internal.expressions.Literal;
import org.neo4j.cypher.internal.expressions.Parameter;
import org.neo4j.cypher.internal.planning.ParameterLiteralExtractor;
import org.neo4j.kernel.impl.util.ValueUtils;
import org.neo4j.values.AnyValue;
import org.neo4j.values.virtual.MapValue;
import org.neo4j.values.virtual.VirtualValues;
import scala.collection.JavaConverters;

/** Values that are known while a statement is planned. */
final class KnownValues {
  private final MapValue parameters;

  KnownValues(MapValue parameters) {
    this.parameters = parameters;
  }

  /** The values of expressions; empty where one of them is not known. */
  Optional<AnyValue[]> of(List<Expression> expressions) {
    AnyValue[] values = new AnyValue[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      Optional<AnyValue> value = of(expressions.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[i] = value.get();
    }
    return Optional.of(values);
  }

  private Optional<AnyValue> of(Expression expression) {
    if (expression instanceof AutoExtractedParameter) {
      ParameterLiteralExtractor extractor = new ParameterLiteralExtractor();
      ((AutoExtractedParameter) expression).writeTo(extractor);
      return Optional.of(extractor.value());
    }
    if (expression instanceof Parameter) {
      String name = ((Parameter) expression).name();
      return parameters.containsKey(name) ? Optional.of(parameters.get(name)) : Optional.empty();
    }
    if (expression instanceof Literal) {
      return Optional.of(ValueUtils.of(((Literal) expression).value()));
    }
    return expression instanceof ListLiteral ? list((ListLiteral) expression) : Optional.empty();
  }

  private Optional<AnyValue> list(ListLiteral list) {
    List<Expression> elements = new ArrayList<>(JavaConverters.seqAsJavaList(list.expressions()));
    return of(elements).map(VirtualValues::list);
  }
}
