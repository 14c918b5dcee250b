/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import org.neo4j.common.DependencyResolver;
import org.neo4j.common.DependencySatisfier;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Found by Neo4j for each database before its engine is made: teaches the embedded API CypherPlus,
 * and looks after the database's blobs. Does nothing where the DBMS itself was not hooked.
 */
public final class PandaDatabaseExtensionFactory
    extends ExtensionFactory<PandaDatabaseExtensionFactory.Needs> {
  /** What Neo4j hands over. */
  public interface Needs {
    Database database();
  }

  /** Called by Neo4j. */
  public PandaDatabaseExtensionFactory() {
    super(ExtensionType.DATABASE, "pandagraph-database");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Needs needs) {
    DependencySatisfier satisfier = context.dependencySatisfier();
    if (satisfier instanceof DependencyResolver) {
      DependencyResolver dbms = (DependencyResolver) satisfier;
      if (dbms.containsDependency(PandaExtension.class)) {
        return dbms.resolveDependency(PandaExtension.class).hook(needs.database());
      }
    }
    return new LifecycleAdapter();
  }
}
