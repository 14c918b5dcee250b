/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put the jars of a server. */
final class ServerJars {
  private ServerJars() {}

  /** The class path entry of this module itself: a folder of classes, or a jar. */
  static Path ownClasses() {
    try {
      return Path.of(ServerJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The folder with a server's jars.
   *
   * @param server such as {@code hbase}
   * @throws IllegalStateException where the build has not put it there
   */
  static Path of(String server) {
    for (Path above = ownClasses(); above != null; above = above.getParent()) {
      Path jars = above.resolve("test-servers/target").resolve(server);
      if (Files.isDirectory(jars)) {
        return jars;
      }
    }
    throw new IllegalStateException(
        "the jars of "
            + server
            + " are not under test-servers/target: run mvn -pl test-servers/"
            + server
            + " process-test-resources");
  }
}
