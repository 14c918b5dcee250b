/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.logging.Log;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.plugin.config.CoStoreSettings;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.feed.ChangeConsumerFactory.Registration;
import org.pandagraph.plugin.feed.ConsumerFeed;
import org.pandagraph.plugin.feed.FeedOptions;
import org.pandagraph.plugin.plan.CoStoreAccess;
import org.pandagraph.plugin.plan.Consistency;
import org.pandagraph.plugin.plan.NoUnseenEntities;
import org.pandagraph.plugin.plan.SeekCost;
import org.pandagraph.plugin.plan.UnseenEntities;
import org.pandagraph.plugin.runtime.CoStoreEngineParts;

/** The co-store of one database, with what feeds and what asks it. Thread-safe. */
public final class DatabaseCoStore implements CoStoreAccess, AutoCloseable {
  /** After a failure, so that not every query waits for a timeout before Neo4j answers it. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  /** Enough for some requests, so that one is encoded while others are under way. */
  private static final int BATCH_ENTITIES = 20_000;

  private static final long BATCH_BYTES = 16 << 20;

  private final Configuration config;
  private final CoStore store;
  private final Supplier<Optional<ConsumerFeed>> feed;
  private final CoStoreEngineParts engineParts;
  private final ParityChecks checks;
  private final LoadingCache<CoStore, CoStoreHealth> health =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(CoStore::health);

  /**
   * @param store closed with this object
   * @param feed of the consumer that fills it; empty while the database does not run
   */
  DatabaseCoStore(
      Configuration config, CoStore store, Supplier<Optional<ConsumerFeed>> feed, Log log) {
    this.config = config;
    this.store = store;
    this.feed = feed;
    SeekCost cost =
        config.get(CoStoreSettings.costore_always_push) ? SeekCost.NOTHING : SeekCost.MEASURED;
    engineParts = new CoStoreEngineParts(this, cost, LEFT_ALONE, log);
    checks = new ParityChecks(this);
  }

  /**
   * What fills it, to be fed with the database's changes.
   *
   * @param whenFilled told each time it has been filled anew
   */
  Registration registration(Runnable whenFilled) {
    FeedOptions options =
        FeedOptions.standard()
            .batches(BATCH_ENTITIES, BATCH_BYTES)
            .mostUnseen(config.get(CoStoreSettings.costore_max_unseen))
            .every(
                config.get(CoStoreSettings.costore_refresh_interval),
                FeedOptions.standard().commitEvery());
    return new Registration(new CoStoreConsumer(store, whenFilled), options);
  }

  /** For the database's query engine. */
  public CoStoreEngineParts engineParts() {
    return engineParts;
  }

  /** The store itself, whether or not queries may ask it now. */
  CoStore anyway() {
    return store;
  }

  /** How the store says it is, at most a second ago: whoever watches it asks again and again. */
  CoStoreHealth health() {
    return health.get(store);
  }

  Optional<ConsumerFeed> feed() {
    return feed.get();
  }

  /**
   * What feeds it.
   *
   * @throws CypherPlusError where nothing does
   */
  ConsumerFeed requireFeed() {
    return feed.get()
        .orElseThrow(
            () ->
                new CypherPlusError(
                    PluginErrorCode.SERVICE_UNAVAILABLE,
                    "the co-store is not being fed: the database is starting or stopping",
                    CypherPlusError.NO_OFFSET));
  }

  ParityChecks checks() {
    return checks;
  }

  @Override
  public CoStore store() {
    return feed.get().isPresent() ? store : null;
  }

  @Override
  public UnseenEntities unseen() {
    return feed.get()
        .<UnseenEntities>map(running -> new SeenByFeed(running.unseen().snapshot()))
        .orElse(NoUnseenEntities.UNKNOWN);
  }

  @Override
  public Consistency consistency() {
    return Consistency.parse(config.get(CoStoreSettings.costore_consistency));
  }

  @Override
  public boolean pushdown() {
    return config.get(CoStoreSettings.costore_pushdown);
  }

  @Override
  public void close() {
    store.close();
  }
}
