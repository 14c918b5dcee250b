/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.common.DependencyResolver;
import org.neo4j.common.DependencySatisfier;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.pandagraph.plugin.PandaExtension;

/**
 * Registers the consumers of tests with the next DBMS of a folder, as a part of the plugin would.
 */
public final class ConsumerExtension extends ExtensionFactory<ConsumerExtension.Needs> {
  private static final Map<Path, List<ChangeConsumerFactory.Registration>> NEXT =
      new ConcurrentHashMap<>();

  /** Neo4j's. */
  public interface Needs {
    Config config();
  }

  /** Called by Neo4j. */
  public ConsumerExtension() {
    super(ExtensionType.GLOBAL, "test-consumers");
  }

  static void register(Path home, List<ChangeConsumerFactory.Registration> consumers) {
    NEXT.put(home.toAbsolutePath(), consumers);
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Needs needs) {
    List<ChangeConsumerFactory.Registration> consumers =
        NEXT.remove(needs.config().get(GraphDatabaseSettings.neo4j_home));
    DependencySatisfier dbms = context.dependencySatisfier();
    if (consumers == null) {
      return new LifecycleAdapter();
    }
    return new LifecycleAdapter() {
      @Override
      public void init() {
        ((DependencyResolver) dbms)
            .resolveDependency(PandaExtension.class)
            .feeds()
            .register(database -> consumers);
      }
    };
  }
}
