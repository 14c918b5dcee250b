/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import java.util.Optional;
import org.neo4j.collection.RawIterator;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.Neo4jTypes;
import org.neo4j.internal.kernel.api.procs.ProcedureSignature;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.kernel.api.ResourceTracker;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.internal.Version;
import org.neo4j.procedure.Mode;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.MapValue;
import org.neo4j.values.virtual.MapValueBuilder;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.semantic.SemanticMetrics;

/** {@code CALL panda.status()}: one row saying what works at the moment. */
final class StatusProcedure extends CallableProcedure.BasicProcedure {
  private static final QualifiedName NAME = new QualifiedName(new String[] {"panda"}, "status");

  private final PluginContext context;
  private final SemanticMetrics metrics;
  private final String reasonOff;

  private StatusProcedure(PluginContext context, SemanticMetrics metrics, String reasonOff) {
    super(
        ProcedureSignature.procedureSignature(NAME)
            .out("version", Neo4jTypes.NTString)
            .out("neo4jVersion", Neo4jTypes.NTString)
            .out("cypherPlus", Neo4jTypes.NTBoolean)
            .out("reasonOff", Neo4jTypes.NTString)
            .out("aipmUrl", Neo4jTypes.NTString)
            .out("aipmReachable", Neo4jTypes.NTBoolean)
            .out("aipmProblem", Neo4jTypes.NTString)
            .out("aipmModels", Neo4jTypes.NTInteger)
            .out("blobStore", Neo4jTypes.NTString)
            .out("gateway", Neo4jTypes.NTString)
            .out("counters", Neo4jTypes.NTMap)
            .mode(Mode.DBMS)
            .systemProcedure()
            .description(
                "Whether statements may use CypherPlus and if not, why; whether the AIPM service"
                    + " answers, and how many models it offers; where blobs are kept; where"
                    + " the blob gateway is, null where it is not mounted; counters since the start.")
            .build());
    this.context = context;
    this.metrics = metrics;
    this.reasonOff = reasonOff;
  }

  /** For a DBMS that speaks CypherPlus. */
  static StatusProcedure on(PluginContext context, SemanticMetrics metrics) {
    return new StatusProcedure(context, metrics, null);
  }

  /** For one that does not. */
  static StatusProcedure off(String reason) {
    return new StatusProcedure(null, null, reason);
  }

  @Override
  public RawIterator<AnyValue[], ProcedureException> apply(
      Context call, AnyValue[] input, ResourceTracker tracker) {
    return RawIterator.<AnyValue[], ProcedureException>of(row());
  }

  private AnyValue[] row() {
    String url = null;
    String store = null;
    String gateway = null;
    String problem = null;
    Integer models = null;
    if (context != null) {
      url = context.config().get(PandaSettings.aipm_url).toString();
      store =
          context.config().get(PandaSettings.blob_store) == PandaSettings.StoreType.hbase
              ? "hbase " + context.config().get(PandaSettings.blob_hbase_quorum)
              : context.config().get(PandaSettings.blob_store_directory).toString();
      gateway = context.links().gateway().orElse(null);
      try {
        models = context.aipm().catalogue().models().size();
      } catch (AipmException e) {
        problem = e.getMessage();
      }
    }
    return new AnyValue[] {
      Values.stringOrNoValue(version()),
      Values.stringOrNoValue(Version.getNeo4jVersion()),
      Values.booleanValue(context != null),
      Values.stringOrNoValue(reasonOff),
      Values.stringOrNoValue(url),
      Values.booleanValue(models != null),
      Values.stringOrNoValue(problem),
      models == null ? Values.NO_VALUE : Values.intValue(models),
      Values.stringOrNoValue(store),
      Values.stringOrNoValue(gateway),
      metrics == null ? Values.NO_VALUE : counters()
    };
  }

  private MapValue counters() {
    MapValueBuilder map = new MapValueBuilder();
    metrics.values().forEach((name, count) -> map.add(name, Values.longValue(count)));
    return map.build();
  }

  /** From the jar's manifest; absent where classes run from a folder. */
  private static String version() {
    return Optional.ofNullable(StatusProcedure.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
