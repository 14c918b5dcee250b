/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * What the log and the commit hook say is touched, against what has changed: snapshots of the whole
 * graph before and after each of many random writes of all kinds.
 */
class TouchedEntitiesTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());
  private static final int WRITES = Integer.getInteger("tests.feed.writes", 120);

  @TempDir Path folder;

  @Test
  void everyChangedEntityIsTouched() throws Exception {
    System.out.println("TouchedEntitiesTest -Dtests.seed=" + SEED);
    MapConsumer consumer = new MapConsumer(folder.resolve("derived"));
    try (FeedDbms dbms = FeedDbms.start(folder.resolve("home"), consumer)) {
      GraphDatabaseService database = dbms.database();
      TransactionLog log =
          new TransactionLog(((GraphDatabaseAPI) database).getDependencyResolver());
      RandomWrites writes =
          new RandomWrites(new Random(SEED), database, folder.resolve("home/import"));
      int changed = 0;
      int logged = 0;
      int hooked = 0;
      Map<String, String> before = dbms.graph();
      for (int i = 0; i < WRITES; i++) {
        dbms.awaitVisible();
        ChangeFeedTest.pause(dbms);
        FeedPosition position = log.end();
        String what = writes.next();
        Map<String, String> after = dbms.graph();
        Set<String> changes = difference(before, after);
        Set<String> byLog = byLog(log, position);
        Set<String> byHook = byHook(dbms.feed().unseen().snapshot());
        assertThat(byLog).as("log, write %d: %s", i, what).containsAll(changes);
        assertThat(byHook).as("hook, write %d: %s", i, what).containsAll(changes);
        changed += changes.size();
        logged += byLog.size();
        hooked += byHook.size();
        dbms.feed().resume();
        before = after;
      }
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(before);
      System.out.printf(
          "TouchedEntitiesTest: %d changed, %d touched by the log, %d by the hook%n",
          changed, logged, hooked);
      assertThat(changed).isGreaterThan(WRITES);
      assertThat(logged).isLessThan(2 * changed);
      assertThat(hooked).isLessThan(2 * changed);
    }
  }

  private static Set<String> difference(Map<String, String> before, Map<String, String> after) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
    return keys;
  }

  private static Set<String> byLog(TransactionLog log, FeedPosition from) throws Exception {
    Set<String> keys = new TreeSet<>();
    FeedPosition position = from;
    for (var range = log.read(position, 10); range.isPresent(); range = log.read(position, 10)) {
      position = range.get().end;
      for (EntityKind kind : EntityKind.values()) {
        range.get().touched.of(kind).forEach(id -> keys.add(EntityText.key(kind, id)));
      }
    }
    return keys;
  }

  private static Set<String> byHook(UnseenChanges.Snapshot snapshot) {
    Set<String> keys = new TreeSet<>();
    for (long id : snapshot.nodes()) {
      keys.add(EntityText.key(EntityKind.NODE, id));
    }
    for (long id : snapshot.relationships()) {
      keys.add(EntityText.key(EntityKind.RELATIONSHIP, id));
    }
    return keys;
  }
}
