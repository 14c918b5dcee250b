/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import static org.neo4j.internal.kernel.api.procs.DefaultParameterValue.ntMap;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTFloat;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTList;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTMap;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTNode;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.internal.kernel.api.procs.ProcedureSignature;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.procedure.Mode;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.feed.ConsumerFeed;
import org.pandagraph.plugin.feed.FeedStatus;
import org.pandagraph.plugin.procedure.Options;
import org.pandagraph.plugin.procedure.RowsProcedure;

/** The procedures that look after a database's co-store, and its full-text search. */
public final class CoStoreProcedures {
  private static final String SPACE = "costore";
  private static final int SHOWN = 100;
  private static final int MOST_SHOWN = 100_000;

  private final CoStores coStores;

  /**
   * @param coStores of the databases that procedures may be called in
   */
  public CoStoreProcedures(CoStores coStores) {
    this.coStores = coStores;
  }

  /** All of them, to be registered once for the DBMS. */
  public List<CallableProcedure> all() {
    return List.of(status(), check(), rebuild(), pause(), resume(), search());
  }

  private static ProcedureSignature.Builder named(String name) {
    return RowsProcedure.named(SPACE, name);
  }

  private DatabaseCoStore of(Context context) {
    String database = context.graphDatabaseAPI().databaseName();
    return coStores
        .of(database)
        .orElseThrow(
            () ->
                new CypherPlusError(
                    PluginErrorCode.NOT_CONFIGURED,
                    "database `"
                        + database
                        + "` has no co-store: see panda.costore.hosts and panda.costore.databases",
                    CypherPlusError.NO_OFFSET));
  }

  private CallableProcedure status() {
    return new RowsProcedure(
        named("status")
            .out("state", NTString)
            .out("detail", NTString)
            .out("store", NTString)
            .out("position", NTInteger)
            .out("visible", NTInteger)
            .out("lastClosed", NTInteger)
            .out("lagTransactions", NTInteger)
            .out("lagMillis", NTInteger)
            .out("unseen", NTInteger)
            .out("entitiesPerSecond", NTFloat)
            .out("parked", NTInteger)
            .out("parkedEntities", NTList(NTMap))
            .out("lastError", NTString)
            .out("lastCheck", NTMap)
            .out("counters", NTMap)
            .mode(Mode.READ)
            .description(
                "How the database's co-store is: LIVE when queries use it; up to which transaction it"
                    + " was fed, and up to which it shows; how far that is behind; how many changed"
                    + " nodes and relationships queries look at themselves (unseen); what it does not"
                    + " take (parked); counters since the start.")
            .build(),
        (context, arguments, progress) -> List.<Object[]>of(statusRow(of(context))));
  }

  private static Object[] statusRow(DatabaseCoStore coStore) {
    CoStoreStatus status = new CoStoreStatus(coStore);
    FeedStatus feed = status.feed();
    Object[] of =
        feed == null
            ? new Object[] {null, null, null, null, null, null, null, null}
            : new Object[] {
              feed.position(),
              feed.visible(),
              feed.lastClosed(),
              feed.lagTransactions(),
              feed.lagMillis(),
              feed.unseen(),
              feed.entitiesPerSecond(),
              feed.parked()
            };
    List<Object> row = new ArrayList<>();
    row.add(status.state());
    row.add(feed == null ? null : feed.detail());
    row.add(coStore.health().toString());
    row.addAll(java.util.Arrays.asList(of));
    row.add(status.parked());
    row.add(
        feed == null
            ? null
            : feed.lastError()
                .map(error -> feed.lastErrorAt().map(at -> at + ": ").orElse("") + error)
                .orElse(null));
    row.add(coStore.checks().last().orElse(null));
    row.add(status.counters());
    return row.toArray();
  }

  private CallableProcedure check() {
    return new RowsProcedure(
        named("check")
            .in("options", NTMap, ntMap(Map.of()))
            .out("kind", NTString)
            .out("entity", NTString)
            .out("id", NTInteger)
            .out("figures", NTMap)
            .mode(Mode.READ)
            .admin(true)
            .description(
                "Compares all nodes and relationships of the graph with the co-store, while writes go"
                    + " on. Options: repair: true puts right what differs, show: how many"
                    + " differences are shown (100). A row for each of kind MISSING, SURPLUS or"
                    + " DIFFERENT; last a row of kind OK, FAILED, REPAIRED, or REBUILDING where a"
                    + " rebuild has to do it, with figures.")
            .build(),
        (context, arguments, progress) -> {
          Options options =
              new Options("panda.costore.check", arguments[0], List.of("repair", "show"));
          boolean repair = options.truth("repair", false);
          int shown = options.number("show", SHOWN, MOST_SHOWN);
          ParityChecks.Result result =
              of(context).checks().run(context.graphDatabaseAPI(), repair, progress);
          return checkRows(result, shown);
        });
  }

  private static List<Object[]> checkRows(ParityChecks.Result result, int shown) {
    List<Object[]> rows = new ArrayList<>();
    result.differences.stream()
        .limit(shown)
        .forEach(
            difference ->
                rows.add(
                    new Object[] {
                      difference.kind().name(), difference.entity().name(), difference.id(), null
                    }));
    rows.add(new Object[] {verdict(result), null, null, result.figures});
    return rows;
  }

  private static String verdict(ParityChecks.Result result) {
    if (result.differences.isEmpty()) {
      return "OK";
    }
    if (!result.figures.get("unrepaired").equals(0L)) {
      return "REBUILDING";
    }
    boolean repaired = result.figures.get("repaired").equals((long) result.differences.size());
    return repaired ? "REPAIRED" : "FAILED";
  }

  private CallableProcedure rebuild() {
    return told(
        "rebuild",
        "Fills the co-store anew beside the present one, which goes on answering, and swaps them at"
            + " the end. Begins soon; panda.costore.status() shows the progress.",
        ConsumerFeed::rebuild);
  }

  private CallableProcedure pause() {
    return told(
        "pause",
        "Sends no more changes to the co-store until panda.costore.resume(), also over restarts.",
        ConsumerFeed::pause);
  }

  private CallableProcedure resume() {
    return told(
        "resume",
        "Sends changes to the co-store again, and tries again what it did not take.",
        feed -> {
          feed.resume();
          feed.retryParked();
        });
  }

  private CallableProcedure told(
      String name, String description, java.util.function.Consumer<ConsumerFeed> what) {
    return new RowsProcedure(
        named(name)
            .out("state", NTString)
            .mode(Mode.READ)
            .admin(true)
            .description(description)
            .build(),
        (context, arguments, progress) -> {
          try {
            what.accept(of(context).requireFeed());
          } catch (UncheckedIOException e) {
            throw new CypherPlusError(
                PluginErrorCode.RESOURCE_FAILED, e.getMessage(), CypherPlusError.NO_OFFSET, e);
          }
          return List.<Object[]>of(new Object[] {new CoStoreStatus(of(context)).state()});
        });
  }

  private CallableProcedure search() {
    return new RowsProcedure(
        ProcedureSignature.procedureSignature(new QualifiedName(new String[] {"panda"}, "search"))
            .in("label", NTString)
            .in("text", NTString)
            .in("options", NTMap, ntMap(Map.of()))
            .out("node", NTNode)
            .out("score", NTFloat)
            .mode(Mode.READ)
            .description(
                "Nodes of a label by words in any of their string properties, best first. Option"
                    + " limit: how many at most (100). Sees what the co-store shows.")
            .build(),
        (context, arguments, progress) -> new TextSearch(of(context)).rows(context, arguments));
  }
}
