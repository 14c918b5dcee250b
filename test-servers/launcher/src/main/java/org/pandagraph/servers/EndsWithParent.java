/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class for as long as the process that started it lives: the pipe that is its
 * standard input closes with that process, however it ends. A shutdown hook there would not do,
 * because a killed JVM runs none.
 */
public final class EndsWithParent {
  private EndsWithParent() {}

  /**
   * Runs it.
   *
   * @param args the main class, then its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watch = new Thread(EndsWithParent::waitForTheEnd, "ends-with-parent");
    watch.setDaemon(true);
    watch.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void waitForTheEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said here.
      }
    } catch (IOException closed) {
      // The same end.
    }
    Runtime.getRuntime().halt(1);
  }
}
