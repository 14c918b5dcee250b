/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;

/** Says where things are. */
final class Announcement {
  private Announcement() {}

  /** With the password: when it may just have been made up. */
  static void printAll(Home home, Endpoints endpoints) throws IOException {
    print(home, endpoints);
    if (endpoints.auth() && Files.exists(home.passwordFile())) {
      System.out.println("Password  " + Files.readString(home.passwordFile()));
    }
  }

  /** Without the password: only where it stands. */
  static void print(Home home, Endpoints endpoints) throws IOException {
    System.out.println();
    System.out.println("Browser   " + endpoints.browserUri());
    System.out.println("Bolt      " + endpoints.boltUri());
    if (endpoints.aipm() != 0) {
      System.out.println("AIPM      " + endpoints.aipmUri());
    }
    if (!endpoints.auth()) {
      System.out.println("User      none (authentication is off)");
    } else if (Files.exists(home.passwordFile())) {
      System.out.println("User      neo4j (its password is in " + home.passwordFile() + ")");
    } else {
      System.out.println("User      neo4j, with the password it had");
    }
    System.out.println("Import    " + home.importDirectory());
    System.out.println("Logs      " + home.logs());
  }
}
