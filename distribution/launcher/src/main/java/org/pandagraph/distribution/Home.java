/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of one home. Immutable; nothing is created before {@link #create}.
 *
 * @param root absolute path of the home
 */
public record Home(Path root) {

  /** Takes a path as the user gave it. */
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** Neo4j's jars. */
  public Path lib() {
    return root.resolve("lib");
  }

  /** Neo4j's plugins, ours among them. */
  public Path plugins() {
    return root.resolve("plugins");
  }

  /** The jars of the AIPM service. */
  public Path aipmLib() {
    return root.resolve("aipm/lib");
  }

  /** The AIPM service's worker programs, with the packages they need. */
  public Path workers() {
    return root.resolve("aipm/workers");
  }

  /** Where the AIPM service keeps what it computed and may recompute. */
  public Path aipmCache() {
    return root.resolve("aipm/cache");
  }

  /** The jars of cypher-shell. */
  public Path shell() {
    return root.resolve("shell");
  }

  /** The jars of an example. */
  public Path example(String name) {
    return root.resolve("examples").resolve(name);
  }

  /** Neo4j's configuration: the user's, written once. */
  public Path configuration() {
    return root.resolve("conf/neo4j.conf");
  }

  /** Neo4j's import directory: where file literals may read. */
  public Path importDirectory() {
    return root.resolve("import");
  }

  /** Neo4j's data. */
  public Path data() {
    return root.resolve("data");
  }

  /** Where both services log. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Process ids, end points, password and token of what runs here. */
  public Path run() {
    return root.resolve("run");
  }

  /** Process id of Neo4j, beside the {@code neo4j.pid} that Neo4j writes itself. */
  public PidFile neo4jPid() {
    return new PidFile(run().resolve("server.pid"));
  }

  /** Process id of the AIPM service. */
  public PidFile aipmPid() {
    return new PidFile(run().resolve("aipm.pid"));
  }

  /** What Neo4j prints. */
  public Path neo4jLog() {
    return logs().resolve("neo4j-console.log");
  }

  /** What the AIPM service and its workers print. */
  public Path aipmLog() {
    return logs().resolve("aipm.log");
  }

  /** The password of Neo4j's first user, readable by the owner alone. */
  public Path passwordFile() {
    return run().resolve("password");
  }

  /** The token between the plugin and the AIPM service, readable by the owner alone. */
  public Path tokenFile() {
    return run().resolve("aipm.token");
  }

  /** Makes the user's folders where they are missing. */
  public void create() throws IOException {
    for (Path folder :
        List.of(configuration().getParent(), importDirectory(), data(), logs(), run(), plugins())) {
      Files.createDirectories(folder);
    }
  }
}
