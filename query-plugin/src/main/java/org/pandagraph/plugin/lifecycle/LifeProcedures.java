/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.neo4j.internal.kernel.api.procs.DefaultParameterValue.ntMap;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTBoolean;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTFloat;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTList;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTMap;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.procedure.Mode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.plugin.procedure.Options;
import org.pandagraph.plugin.procedure.Progress;
import org.pandagraph.plugin.procedure.RowsProcedure;

/** The procedures that look after a database's blobs. */
public final class LifeProcedures {
  private static final int PLACES = 10;
  private static final int MOST_PLACES = 1_000;

  private final BlobLives lives;

  /**
   * @param lives of the databases that procedures may be called in
   */
  public LifeProcedures(BlobLives lives) {
    this.lives = lives;
  }

  /** All of them, to be registered once for the DBMS. */
  public List<CallableProcedure> all() {
    return List.of(collect(), check(), status(), takeOver());
  }

  private CallableProcedure collect() {
    return new RowsProcedure(
        RowsProcedure.named("blob", "collect")
            .in("options", NTMap, ntMap(Map.of()))
            .out("nodes", NTInteger)
            .out("relationships", NTInteger)
            .out("references", NTInteger)
            .out("referenced", NTInteger)
            .out("stored", NTInteger)
            .out("storedBytes", NTInteger)
            .out("waiting", NTInteger)
            .out("discarded", NTInteger)
            .out("bytesFreed", NTInteger)
            .out("leftovers", NTInteger)
            .out("seconds", NTFloat)
            .mode(Mode.READ)
            .admin(true)
            .description(
                "Discards contents that no property has referred to for the grace time"
                    + " (panda.blob.collect.grace_time, or the option graceTime, such as"
                    + " {graceTime: duration('PT0S')}). One row: nodes and relationships read,"
                    + " references found and how many contents they name, contents in the store and"
                    + " their bytes; of those without a reference, how many wait for the grace time"
                    + " and how many were discarded. panda.blob.status() shows the progress.")
            .build(),
        (context, arguments, progress) -> {
          Options options = new Options("panda.blob.collect", arguments[0], List.of("graceTime"));
          CollectionResult result =
              lives.of(context).collect(options.duration("graceTime"), progress);
          return List.<Object[]>of(result.figures().values().toArray());
        });
  }

  private CallableProcedure check() {
    return new RowsProcedure(
        RowsProcedure.named("blob", "check")
            .in("options", NTMap, ntMap(Map.of()))
            .out("kind", NTString)
            .out("digest", NTString)
            .out("detail", NTString)
            .out("references", NTInteger)
            .out("places", NTList(NTMap))
            .out("figures", NTMap)
            .mode(Mode.READ)
            .description(
                "Checks that the store holds every content a property refers to, whole and with the"
                    + " right digest; option content: false looks at presence and length only,"
                    + " places: how many places are shown of each damage (10). A row for each"
                    + " content of kind MISSING or DAMAGED and where it is referred to; last a row"
                    + " of kind OK or FAILED with figures, orphans included.")
            .build(),
        (context, arguments, progress) -> {
          Options options =
              new Options("panda.blob.check", arguments[0], List.of("content", "places"));
          Scrub scrub = lives.of(context).scrub(progress);
          List<Damage> damages =
              scrub.run(
                  options.truth("content", true), options.number("places", PLACES, MOST_PLACES));
          List<Object[]> rows = new ArrayList<>();
          for (Damage damage : damages) {
            rows.add(
                new Object[] {
                  damage.kind().name(),
                  damage.blob().digest().toHex(),
                  damage.detail(),
                  damage.count(),
                  damage.places(),
                  null
                });
          }
          rows.add(
              new Object[] {
                damages.isEmpty() ? "OK" : "FAILED", null, null, null, null, scrub.figures()
              });
          return rows;
        });
  }

  private CallableProcedure status() {
    return new RowsProcedure(
        RowsProcedure.named("blob", "status")
            .out("owner", NTString)
            .out("isOwner", NTBoolean)
            .out("storeProblem", NTString)
            .out("graceTime", NTString)
            .out("interval", NTString)
            .out("running", NTString)
            .out("lastCollection", NTMap)
            .out("lastProblem", NTString)
            .out("counters", NTMap)
            .mode(Mode.READ)
            .description(
                "Who may collect this database's blob store; what a running collection is doing;"
                    + " when the last one was and what it did, or why it failed; counters since the"
                    + " start.")
            .build(),
        (context, arguments, progress) -> List.<Object[]>of(statusRow(lives.of(context))));
  }

  private static Object[] statusRow(BlobLife life) {
    String owner = null;
    String problem = null;
    try {
      owner = life.owner();
    } catch (BlobException e) {
      problem = e.getMessage();
    }
    return new Object[] {
      owner,
      owner == null ? null : owner.equals(life.self()),
      problem,
      life.settings().graceTime.toString(),
      life.settings().interval.isZero() ? "off" : life.settings().interval.toString(),
      life.running().map(Progress::toString).orElse(null),
      life.last().map(LifeProcedures::lastCollection).orElse(null),
      life.lastProblem().orElse(null),
      life.counters()
    };
  }

  private static Map<String, Object> lastCollection(CollectionResult result) {
    Map<String, Object> figures = result.figures();
    figures.put("started", result.started.atZone(ZoneOffset.UTC));
    return figures;
  }

  private CallableProcedure takeOver() {
    return new RowsProcedure(
        RowsProcedure.named("blob", "takeOver")
            .out("owner", NTString)
            .out("before", NTString)
            .mode(Mode.READ)
            .admin(true)
            .description(
                "Makes this database the owner of its blob store, the only one that may collect it:"
                    + " after it has been moved to another server. Whoever was it before must not"
                    + " use the store any more.")
            .build(),
        (context, arguments, progress) -> List.<Object[]>of(takeOverRow(lives.of(context))));
  }

  private static Object[] takeOverRow(BlobLife life) {
    String before = life.takeOver();
    return new Object[] {life.self(), before.equals(life.self()) ? null : before};
  }
}
