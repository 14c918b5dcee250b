/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.cypher.internal.expressions.Ands;
import org.neo4j.cypher.internal.expressions.True;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.planner.spi.ReadTokenContext;
import org.neo4j.cypher.internal.runtime.interpreted.commands.KeyTokenResolver$;
import org.neo4j.cypher.internal.runtime.interpreted.commands.convert.ExpressionConverters;
import org.neo4j.cypher.internal.runtime.interpreted.commands.expressions.Expression;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.FilterPipe;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.Pipe;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.PipeMapper;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.PipeWithSource;
import org.neo4j.cypher.internal.util.InputPosition;
import org.pandagraph.plugin.plan.CoStoreCount;
import org.pandagraph.plugin.plan.CoStoreSeek;
import org.pandagraph.plugin.plan.Condition;
import org.pandagraph.plugin.plan.ConditionExtraction;
import org.pandagraph.plugin.plan.SeekLeaf;
import scala.Function1;
import scala.collection.JavaConverters;

/** Neo4j's pipes for all operators, within pipes of ours for operators of ours. */
final class CoStorePipeMapper implements PipeMapper {
  private final PipeMapper stock;
  private final ExpressionConverters converters;
  private final ReadTokenContext tokens;
  private final SeekExecution execution;
  private final boolean writing;

  /**
   * @param writing whether the statement writes
   */
  CoStorePipeMapper(
      PipeMapper stock,
      ExpressionConverters converters,
      ReadTokenContext tokens,
      SeekExecution execution,
      boolean writing) {
    this.stock = stock;
    this.converters = converters;
    this.tokens = tokens;
    this.execution = execution;
    this.writing = writing;
  }

  @Override
  public Pipe onLeaf(LogicalPlan plan) {
    return stock.onLeaf(plan);
  }

  @Override
  public Pipe onOneChildPlan(LogicalPlan plan, Pipe source) {
    Pipe pipe = stock.onOneChildPlan(plan, source);
    if (plan instanceof CoStoreSeek && pipe instanceof FilterPipe) {
      return pipe((CoStoreSeek) plan, source, (FilterPipe) pipe);
    }
    return plan instanceof CoStoreCount
            && source instanceof CoStorePipe
            && pipe instanceof PipeWithSource
        ? new CoStoreCountPipe(
            (CoStorePipe) source,
            (PipeWithSource) pipe,
            plan.id(),
            ((CoStoreCount) plan).column(),
            execution)
        : pipe;
  }

  @Override
  public Pipe onTwoChildPlan(LogicalPlan plan, Pipe left, Pipe right) {
    return stock.onTwoChildPlan(plan, left, right);
  }

  /** What was pushable when it was planned is so still: only parameters look different now. */
  private Pipe pipe(CoStoreSeek seek, Pipe source, FilterPipe filter) {
    SeekLeaf leaf = seek.leaf();
    ConditionExtraction extraction = new ConditionExtraction(leaf.variable(), leaf.arguments());
    List<SeekConjunct> conjuncts = new ArrayList<>();
    for (org.neo4j.cypher.internal.expressions.Expression conjunct : seek.conjuncts()) {
      Condition condition =
          extraction
              .extract(conjunct)
              .orElseThrow(() -> new IllegalStateException("not pushable any more: " + conjunct));
      conjuncts.add(new SeekConjunct(condition, commands(seek.id(), condition.values())));
    }
    // All nodes are on a leaf of all nodes; Ands of nothing is none that Neo4j knows.
    Expression onLeaf =
        command(
            seek.id(),
            seek.implied().isEmpty()
                ? new True(InputPosition.NONE())
                : new Ands(
                    JavaConverters.asScalaBuffer(seek.implied()).toList(), InputPosition.NONE()));
    SeekSpec spec =
        new SeekSpec(
            leaf,
            seek.estimate(),
            conjuncts,
            onLeaf,
            command(seek.id(), seek.predicate()),
            writing);
    return new CoStorePipe(source, filter, spec, execution);
  }

  private List<Expression> commands(
      int id, List<org.neo4j.cypher.internal.expressions.Expression> expressions) {
    List<Expression> commands = new ArrayList<>();
    for (org.neo4j.cypher.internal.expressions.Expression expression : expressions) {
      commands.add(command(id, expression));
    }
    return commands;
  }

  private Expression command(int id, org.neo4j.cypher.internal.expressions.Expression expression) {
    Function1<Expression, Expression> resolve =
        part -> KeyTokenResolver$.MODULE$.resolveExpressions(part, tokens);
    return converters.toCommandExpression(id, expression).rewrite(resolve);
  }
}
