/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import org.neo4j.cypher.internal.InterpretedRuntime;
import org.neo4j.cypher.internal.InterpretedRuntimeName$;
import org.neo4j.cypher.internal.LogicalQuery;
import org.neo4j.cypher.internal.plandescription.Argument;
import org.neo4j.cypher.internal.runtime.ExecutionMode;
import org.neo4j.cypher.internal.runtime.InputDataStream;
import org.neo4j.cypher.internal.runtime.ProfileMode$;
import org.neo4j.cypher.internal.runtime.QueryContext;
import org.neo4j.cypher.internal.runtime.interpreted.ExecutionResultBuilderFactory;
import org.neo4j.cypher.internal.util.InternalNotification;
import org.neo4j.cypher.result.RuntimeResult;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.values.virtual.MapValue;
import scala.collection.JavaConverters;
import scala.collection.immutable.Set$;

/**
 * Neo4j's executable plan; under PROFILE the seeks in it count what they do. They find where to
 * count by the subscriber, the one thing that an execution hands down to its pipes as it is.
 */
final class ProfiledExecutionPlan extends InterpretedRuntime.InterpretedExecutionPlan {
  ProfiledExecutionPlan(
      LogicalQuery query, ExecutionResultBuilderFactory results, boolean startsTransactions) {
    super(
        query.periodicCommitInfo(),
        results,
        InterpretedRuntimeName$.MODULE$,
        query.readOnly(),
        startsTransactions,
        JavaConverters.asScalaBuffer(List.<Argument>of()).toList(),
        Set$.MODULE$.<InternalNotification>empty());
  }

  @Override
  public RuntimeResult run(
      QueryContext context,
      ExecutionMode mode,
      MapValue parameters,
      boolean prePopulateResults,
      InputDataStream input,
      QuerySubscriber subscriber) {
    if (mode != ProfileMode$.MODULE$) {
      return super.run(context, mode, parameters, prePopulateResults, input, subscriber);
    }
    CountingSubscriber counting = new CountingSubscriber(subscriber);
    return new CountedResult(
        super.run(context, mode, parameters, prePopulateResults, input, counting),
        counting.counts());
  }
}
