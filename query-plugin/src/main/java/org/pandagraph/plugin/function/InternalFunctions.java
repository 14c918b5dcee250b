/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTAny;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTBoolean;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTFloat;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTList;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTMap;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import java.util.List;
import org.neo4j.internal.kernel.api.procs.DefaultParameterValue;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.TextValue;
import org.pandagraph.cypherplus.InternalFunction;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.semantic.Patience;
import org.pandagraph.plugin.semantic.SemanticEngine;
import org.pandagraph.plugin.semantic.StatementScope;

/** The functions that literals, sub-properties and semantic operators become. */
final class InternalFunctions {
  /** Stands for "no threshold parameter": one that is null would make the result null. */
  private static final double NO_THRESHOLD = -1;

  private final SemanticEngine engine;
  private final Literals literals;
  private final BlobsOfStatement blobs;
  private final OperatorArgument<OperatorText> operator =
      new OperatorArgument<>(OperatorText::parse);
  private final OperatorArgument<String> property =
      new OperatorArgument<>(InternalFunctions::propertyName);

  InternalFunctions(SemanticEngine engine, Literals literals, BlobsOfStatement blobs) {
    this.engine = engine;
    this.literals = literals;
    this.blobs = blobs;
  }

  List<CallableUserFunction> all() {
    return List.of(literal(), property(), compare(), setCompare(), like());
  }

  private CallableUserFunction literal() {
    return named(InternalFunction.LITERAL)
        .in("text", NTString)
        .in("offset", NTInteger)
        .out(NTString)
        .description("The blob a CypherPlus literal stands for.")
        .does(
            (context, a) -> {
              if (!(a[0] instanceof TextValue) || !(a[1] instanceof IntegralValue)) {
                throw new CypherPlusError(
                    PluginErrorCode.INVALID_ARGUMENT,
                    "a literal is a text and its offset",
                    CypherPlusError.NO_OFFSET);
              }
              return OperatorArgument.at(
                  (int) ((IntegralValue) a[1]).longValue(),
                  () -> literals.read(context, ((TextValue) a[0]).stringValue()));
            });
  }

  private CallableUserFunction property() {
    return named(InternalFunction.PROPERTY)
        .in("value", NTAny)
        .in("name", NTMap)
        .out(NTAny)
        .description("The CypherPlus sub-property `value->name`.")
        .does(
            (context, a) ->
                property.evaluate(a[1], name -> engine.property(scope(context), a[0], name)));
  }

  private CallableUserFunction compare() {
    return named(InternalFunction.COMPARE)
        .in("x", NTAny)
        .in("y", NTAny)
        .in("operator", NTMap)
        .out(NTFloat)
        .description("The CypherPlus operator `x :: y`.")
        .does(
            (context, a) ->
                operator.evaluate(a[2], o -> engine.compare(scope(context), a[0], a[1], o)));
  }

  private CallableUserFunction setCompare() {
    return named(InternalFunction.SET_COMPARE)
        .in("x", NTAny)
        .in("y", NTAny)
        .in("operator", NTMap)
        .out(NTList(NTList(NTFloat)))
        .description("The CypherPlus operator `x ::: y`.")
        .does(
            (context, a) ->
                operator.evaluate(a[2], o -> engine.setCompare(scope(context), a[0], a[1], o)));
  }

  private CallableUserFunction like() {
    return named(InternalFunction.LIKE)
        .in("x", NTAny)
        .in("y", NTAny)
        .in("operator", NTMap)
        .in("threshold", NTAny, new DefaultParameterValue(NO_THRESHOLD, NTAny))
        .out(NTBoolean)
        .description("The CypherPlus operators `~:`, `!:`, `>:`, `<:`, `>>:` and `<<:`.")
        .does(
            (context, a) ->
                operator.evaluate(
                    a[2], o -> engine.like(scope(context), a[0], a[1], o, threshold(o, a))));
  }

  private StatementScope scope(Context context) {
    InternalTransaction transaction = context.internalTransactionOrNull();
    return new StatementScope(
        blobs.of(context).values(),
        transaction == null
            ? Patience.ENDLESS
            : new Patience(transaction.kernelTransaction()::assertOpen));
  }

  /** The default stands in where the operator has no parameter, and only there. */
  private static AnyValue threshold(OperatorText operator, AnyValue[] arguments) {
    return operator.thresholdParameter().isPresent() && arguments.length > 3 ? arguments[3] : null;
  }

  private static PandaFunction.Builder named(InternalFunction function) {
    return PandaFunction.named(InternalFunction.NAMESPACE, function.simpleName()).internal();
  }

  /** The name in {@code ->name}. */
  private static String propertyName(String text) {
    if (!text.startsWith("->")) {
      throw new IllegalArgumentException(text);
    }
    return text.substring(2);
  }
}
