/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.List;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Makes the consumers of a database that starts. Thread-safe. */
@FunctionalInterface
public interface ChangeConsumerFactory {
  /**
   * The consumers of one database, made anew for each start of it.
   *
   * @param database not available yet
   * @return empty where the database needs none
   */
  List<Registration> consumers(GraphDatabaseAPI database);

  /** A consumer and how it is fed. */
  final class Registration {
    private final ChangeConsumer consumer;
    private final FeedOptions options;

    public Registration(ChangeConsumer consumer, FeedOptions options) {
      this.consumer = consumer;
      this.options = options;
    }

    public ChangeConsumer consumer() {
      return consumer;
    }

    public FeedOptions options() {
      return options;
    }
  }
}
