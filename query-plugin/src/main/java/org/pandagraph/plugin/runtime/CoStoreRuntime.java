/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neo4j.cypher.internal.CypherRuntime;
import org.neo4j.cypher.internal.ExecutionPlan;
import org.neo4j.cypher.internal.InterpretedRuntime$;
import org.neo4j.cypher.internal.LogicalQuery;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.options.CypherRuntimeOption;
import org.neo4j.cypher.internal.runtime.ParameterMapping;
import org.neo4j.cypher.internal.runtime.QueryIndexRegistrator;
import org.neo4j.cypher.internal.runtime.expressionVariableAllocation;
import org.neo4j.cypher.internal.runtime.interpreted.InterpretedExecutionResultBuilderFactory;
import org.neo4j.cypher.internal.runtime.interpreted.InterpretedPipeMapper;
import org.neo4j.cypher.internal.runtime.interpreted.commands.convert.CommunityExpressionConverter;
import org.neo4j.cypher.internal.runtime.interpreted.commands.convert.ExpressionConverter;
import org.neo4j.cypher.internal.runtime.interpreted.commands.convert.ExpressionConverters;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.NestedPipeExpressions$;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.Pipe;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.PipeTreeBuilder;
import org.neo4j.cypher.internal.runtime.slottedParameters$;
import org.neo4j.logging.Log;
import org.pandagraph.plugin.plan.Plans;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * Neo4j's interpreted runtime with a pipe of our own for our operator. Plans without it go to the
 * stock runtime, and so does everything once ours has failed to compile one: to the stock runtime
 * our operator is a filter. Thread-safe.
 */
public final class CoStoreRuntime implements CypherRuntime<RuntimeContext> {
  private final CypherRuntime<RuntimeContext> stock;
  private final SeekExecution execution;
  private final Log log;
  private final AtomicBoolean failed = new AtomicBoolean();

  public CoStoreRuntime(CypherRuntime<RuntimeContext> stock, SeekExecution execution, Log log) {
    this.stock = Objects.requireNonNull(stock);
    this.execution = Objects.requireNonNull(execution);
    this.log = Objects.requireNonNull(log);
  }

  @Override
  public String name() {
    return stock.name();
  }

  @Override
  public Option<CypherRuntimeOption> correspondingRuntimeOption() {
    return stock.correspondingRuntimeOption();
  }

  @Override
  public ExecutionPlan compileToExecutable(LogicalQuery query, RuntimeContext context) {
    if (failed.get() || !Plans.hasSeek(query.logicalPlan())) {
      return stock.compileToExecutable(query, context);
    }
    try {
      return compile(query, context);
    } catch (RuntimeException | LinkageError e) {
      if (failed.compareAndSet(false, true)) {
        log.error("Queries are not pushed to the co-store: its operator does not compile", e);
      }
      return stock.compileToExecutable(query, context);
    }
  }

  private ExecutionPlan compile(LogicalQuery query, RuntimeContext context) {
    var variables = expressionVariableAllocation.allocate(query.logicalPlan());
    Tuple2<LogicalPlan, ParameterMapping> slotted =
        slottedParameters$.MODULE$.apply(variables.rewritten());
    QueryIndexRegistrator indexes = new QueryIndexRegistrator(context.schemaRead());
    PipeTreeBuilder tree = tree(query, context, indexes);
    Pipe root =
        tree.build(
            NestedPipeExpressions$.MODULE$.build(
                tree, slotted._1(), variables.availableExpressionVars()));
    boolean startsTransactions = InterpretedRuntime$.MODULE$.doesStartTransactions(query);
    return new ProfiledExecutionPlan(
        query,
        new InterpretedExecutionResultBuilderFactory(
            root,
            indexes.result(),
            variables.nExpressionSlots(),
            slotted._2(),
            JavaConverters.asScalaBuffer(Arrays.asList(query.resultColumns())).toList(),
            context.config().lenientCreateRelationship(),
            context.config().memoryTrackingController(),
            query.hasLoadCSV(),
            startsTransactions),
        startsTransactions);
  }

  private PipeTreeBuilder tree(
      LogicalQuery query, RuntimeContext context, QueryIndexRegistrator indexes) {
    ExpressionConverter converter =
        new CommunityExpressionConverter(
            context.tokenContext(), context.anonymousVariableNameGenerator());
    ExpressionConverters converters =
        new ExpressionConverters(JavaConverters.asScalaBuffer(List.of(converter)).toList());
    InterpretedPipeMapper stockPipes =
        new InterpretedPipeMapper(
            query.readOnly(),
            converters,
            context.tokenContext(),
            indexes,
            context.anonymousVariableNameGenerator(),
            query.semanticTable());
    return new PipeTreeBuilder(
        new CoStorePipeMapper(
            stockPipes, converters, context.tokenContext(), execution, !query.readOnly()));
  }
}
