/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.Session;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.plugin.RunningDbms;
import org.pandagraph.plugin.config.PandaSettings;
import org.pandagraph.plugin.testing.StoreKind;

/** A Neo4j over Bolt, empty at the beginning of each test, that collects when told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BlobLifeTestCase {
  RunningDbms dbms;
  private BlobStore store;

  /** Which store the contents are in. */
  StoreKind kind() {
    return StoreKind.file();
  }

  void settings(DatabaseManagementServiceBuilder builder) {
    kind().configure(builder);
    builder.setConfig(PandaSettings.blob_collect_interval, Duration.ZERO);
  }

  @BeforeAll
  void start() {
    dbms = RunningDbms.start(this::settings);
    store = kind().open(dbms.home());
  }

  @BeforeEach
  void clean() {
    dbms.rows("MATCH (n) DETACH DELETE n");
    dbms.rows("CALL panda.blob.takeOver()");
    collectAtOnce();
  }

  @AfterAll
  void stop() {
    store.close();
    dbms.close();
  }

  /** The store as another process sees it. */
  BlobStore store() {
    return store;
  }

  Blob stored(String content) {
    return Blob.fromReference(
            (String)
                dbms.rows("RETURN Blob.fromUTF8String($c) AS b", Map.of("c", content))
                    .get(0)
                    .get("b"))
        .orElseThrow();
  }

  /** What a content is called where it has not been stored. */
  static Blob unstored(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Blob(BlobDigest.ofContent(bytes), bytes.length, "text/plain");
  }

  /** Long enough for what was stored before to be collected without a grace time. */
  static void age() {
    try {
      Thread.sleep(CollectionRun.SHORTEST_AGE.toMillis() + 100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> collect() {
    return dbms.rows("CALL panda.blob.collect()").get(0);
  }

  /** Collects what is older than a second. */
  Map<String, Object> collectAtOnce() {
    age();
    return dbms.rows("CALL panda.blob.collect({graceTime: duration('PT0S')})").get(0);
  }

  List<Map<String, Object>> check() {
    return dbms.rows("CALL panda.blob.check()");
  }

  boolean isStored(Blob blob) {
    return store().exists(blob.digest());
  }

  /** The texts of all contents in the store. */
  Set<String> contents() {
    try (var listed = store().list()) {
      return listed.map(this::text).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private String text(StoredBlob content) {
    try (var in = store().open(new Blob(content.digest(), content.length(), "text/plain"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Session session() {
    return dbms.session();
  }
}
