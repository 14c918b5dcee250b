/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.io.IOException;
import java.util.Map;
import org.pandagraph.servers.HBaseServer;

/** The store that contents go to, where it is a server of its own that can be killed. */
interface StoreUnderTest extends AutoCloseable {
  /** What neo4j.conf says of it. */
  Map<String, String> settings();

  /** Whether there is a process to kill; the file store is part of Neo4j's. */
  boolean isServer();

  /** Ends it with SIGKILL. */
  void kill() throws IOException, InterruptedException;

  /** Starts it again on its data; returns once it answers. */
  void restart() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Contents as files of the machine that Neo4j runs on. */
  static StoreUnderTest files() {
    return new StoreUnderTest() {
      @Override
      public Map<String, String> settings() {
        return Map.of("panda.blob.store", "file");
      }

      @Override
      public boolean isServer() {
        return false;
      }

      @Override
      public void kill() {
        throw new UnsupportedOperationException("the file store is no process");
      }

      @Override
      public void restart() {}

      @Override
      public void close() {}
    };
  }

  /** A real HBase, started now. */
  static StoreUnderTest hbase() {
    HBaseServer server = HBaseServer.builder().heap("1g").start();
    return new StoreUnderTest() {
      @Override
      public Map<String, String> settings() {
        return Map.of("panda.blob.store", "hbase", "panda.blob.hbase.quorum", server.quorum());
      }

      @Override
      public boolean isServer() {
        return true;
      }

      @Override
      public void kill() {
        server.kill();
      }

      @Override
      public void restart() {
        server.restart();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }
}
