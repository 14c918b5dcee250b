/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import org.pandagraph.servers.HBaseServer;

/** A real HBase for all tests of this JVM, started for the first that asks. */
public final class SharedHBase {
  private static final HBaseServer SERVER = HBaseServer.start();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private SharedHBase() {}

  /** Where its ZooKeeper is. */
  public static String quorum() {
    return SERVER.quorum();
  }
}
