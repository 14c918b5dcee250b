/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pandagraph.blob.hbase.table.Refusals.readAll;
import static org.pandagraph.blob.hbase.table.Refusals.refused;

import java.io.IOException;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.hbase.security.access.AccessControlClient;
import org.apache.hadoop.hbase.security.access.Permission;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.hbase.HBaseBlobStore;
import org.pandagraph.servers.HBaseServer;

/** What a store makes of an HBase that asks for permissions and gives this user few or none. */
@Timeout(240)
class HBasePermissionsTest {
  private static final String CONTROLLER =
      "org.apache.hadoop.hbase.security.access.AccessController";
  private static final UserGroupInformation ADMINISTRATOR =
      UserGroupInformation.createRemoteUser("administrator");
  private static HBaseServer server;

  @BeforeAll
  static void start() {
    server =
        HBaseServer.builder()
            .user(ADMINISTRATOR.getUserName())
            .property("hbase.security.authorization", "true")
            .property("hbase.coprocessor.master.classes", CONTROLLER)
            .property("hbase.coprocessor.region.classes", CONTROLLER)
            .property("hbase.coprocessor.regionserver.classes", CONTROLLER)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static BlobStore open(String namespace) {
    return HBaseBlobStore.open(
        RealHBase.config(server.quorum(), namespace)
            .operationTimeout(Duration.ofSeconds(20))
            .build());
  }

  private static <T> T asAdministrator(PrivilegedExceptionAction<T> action) throws Exception {
    return ADMINISTRATOR.doAs(action);
  }

  private static Void grant(String namespace, Permission.Action... actions) throws Exception {
    String user = UserGroupInformation.getCurrentUser().getShortUserName();
    return asAdministrator(
        () -> {
          try (RawCells raw = new RawCells(server.quorum(), namespace)) {
            AccessControlClient.grant(raw.connection(), namespace, user, actions);
            return null;
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void whoMayMakeNoNamespaceIsTold() {
    try (BlobStore store = open("forbidden")) {
      assertThat(refused(() -> store.store(new byte[5])))
          .hasMessageContainingAll("no permission", "forbidden", server.quorum());
    }
  }

  @Test
  void whoMayOnlyReadReadsAndIsToldThatThatIsAll() throws Exception {
    Blob blob =
        asAdministrator(
            () -> {
              try (BlobStore store = open("granted")) {
                return store.store(new byte[1000]);
              }
            });
    try (BlobStore store = open("granted")) {
      assertThat(refused(() -> readAll(store, blob))).hasMessageContaining("no permission");
    }
    grant("granted", Permission.Action.READ);
    try (BlobStore store = open("granted")) {
      onceItIsGranted(() -> readAll(store, blob));
      StoredBlob seen = new StoredBlob(blob.digest(), blob.length(), Instant.now());
      assertThat(refused(() -> store.store(new byte[5]))).hasMessageContaining("no permission");
      assertThat(refused(() -> store.discard(seen))).hasMessageContaining("no permission");
      grant("granted", Permission.Action.READ, Permission.Action.WRITE);
      onceItIsGranted(() -> readAll(store, store.store(new byte[5])));
    }
  }

  /** A region server hears of a grant a little after whoever granted it. */
  private static void onceItIsGranted(Refusals.Step step) throws Exception {
    for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); ; Thread.sleep(50)) {
      try {
        step.run();
        return;
      } catch (BlobException | IOException e) {
        if (!e.getMessage().contains("no permission") || System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }
}
