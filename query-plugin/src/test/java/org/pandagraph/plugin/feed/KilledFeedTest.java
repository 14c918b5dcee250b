/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.plugin.testing.Neo4jAdmin;

/** A server that is killed while it writes and feeds. */
class KilledFeedTest {
  private static final String WRITING = "writing";
  private static final int ROUNDS = Integer.getInteger("tests.feed.kills", 3);

  @TempDir Path folder;

  @Test
  void afterEachKillTheDataBecomesTheGraph() throws Exception {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("KilledFeedTest -Dtests.seed=" + seed);
    Random random = new Random(seed);
    Path home = folder.resolve("home");
    Path derived = folder.resolve("derived");
    for (int round = 0; round < ROUNDS; round++) {
      killAfter(Duration.ofMillis(random.nextInt(2_500)), home, derived, random.nextLong());
      MapConsumer consumer = new MapConsumer(derived);
      FeedDbms dbms = FeedDbms.start(home, consumer);
      dbms.awaitVisible();
      assertThat(consumer.visible()).isEqualTo(dbms.graph());
      if (round > 0) {
        assertThat(dbms.feed().status().rebuilds()).isZero();
      }
      dbms.stop();
    }
  }

  private static void killAfter(Duration time, Path home, Path derived, long seed)
      throws Exception {
    Process server =
        Neo4jAdmin.java(
                "-Xmx400m", KilledFeedTest.class, home.toString(), derived.toString(), "" + seed)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = out.readLine(); !WRITING.equals(line); line = out.readLine()) {
        lines.add(line);
        assertThat(line).as(String.join("\n", lines)).isNotNull();
      }
      Thread.sleep(time.toMillis());
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /** The server that is killed. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    FeedDbms dbms =
        FeedDbms.start(
            home,
            new MapConsumer(Path.of(arguments[1])),
            FeedDbms.options().batches(50, 1 << 20),
            settings -> {});
    RandomWrites writes =
        new RandomWrites(
            new Random(Long.parseLong(arguments[2])), dbms.database(), home.resolve("import"));
    System.out.println(WRITING);
    while (true) {
      writes.next();
    }
  }
}
