/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencypher.tools.tck.api.CypherValueRecords;
import org.opencypher.tools.tck.api.ExecutionFailed;
import org.opencypher.tools.tck.api.Graph;
import org.opencypher.tools.tck.api.QueryType;
import org.opencypher.tools.tck.api.StringRecords;
import org.opencypher.tools.tck.values.CypherValue;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.util.Either;

/** The TCK's view of a {@link Target}; remembers what came of the scenario's own query. */
final class TckGraph implements Graph {
  private final Target target;
  private String explained;
  private Answer answer;

  TckGraph(Target target) {
    this.target = target;
  }

  @Override
  public Either<ExecutionFailed, CypherValueRecords> cypher(
      String query,
      scala.collection.immutable.Map<String, CypherValue> parameters,
      QueryType type) {
    Map<String, Object> values = TckValues.toJava(parameters);
    boolean main = isTheScenariosOwn(type);
    if (main) {
      Answer plan = target.run("EXPLAIN " + query, values);
      explained = plan.hasFailed() ? plan.code() : "ok";
    }
    Answer given = target.run(query, values);
    if (main) {
      answer = given;
    }
    return given.hasFailed()
        ? resultFromError(new ExecutionFailed("", "", "", Option.apply(given.error())))
        : resultFromStringRecords(records(given));
  }

  /** Whether it is the query that the scenario is about, not one that sets up or looks after it. */
  static boolean isTheScenariosOwn(QueryType type) {
    return type.toString().equals("ExecQuery");
  }

  /** The status code of explaining it, {@code ok} if there was none, null if there was no query. */
  String explained() {
    return explained;
  }

  /** The status code of running it, null if it ran. */
  String code() {
    return answer == null ? null : answer.code();
  }

  private static StringRecords records(Answer answer) {
    List<scala.collection.immutable.Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : answer.rows()) {
      scala.collection.immutable.Map<String, String> copy =
          scala.collection.immutable.Map$.MODULE$.empty();
      for (Map.Entry<String, String> entry : row.entrySet()) {
        copy = copy.$plus(new Tuple2<>(entry.getKey(), entry.getValue()));
      }
      rows.add(copy);
    }
    return new StringRecords(list(answer.columns()), list(rows));
  }

  private static <T> scala.collection.immutable.List<T> list(List<T> items) {
    return JavaConverters.asScalaBufferConverter(items).asScala().toList();
  }
}
