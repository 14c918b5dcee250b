/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseNotFoundException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.Log;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.type.ContentTypes;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.link.BlobLinks;
import org.pandagraph.plugin.metrics.MetricsPage;

/**
 * What all requests share; the resources find it among the DBMS's components. Thread-safe, nothing
 * to close.
 */
public final class Gateway {
  private static final int REMEMBERED_TYPES = 10_000;

  private final BlobStores stores;
  private final BlobLinks links;
  private final MetricsPage page;
  private final long maxBytes;
  private final Log log;
  private final GatewayMetrics metrics = new GatewayMetrics();
  private final Transfers transfers;

  /**
   * A content never changes; but its type may come from bytes that were damaged, and are healed.
   */
  private final Cache<BlobDigest, String> types =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED_TYPES)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  /**
   * @param page gets the gateway's own figures, too
   * @param maxBytes the longest content that may be stored
   * @param maxTransfers how many contents may be sent and received at a time, at least 1
   */
  public Gateway(
      BlobStores stores,
      BlobLinks links,
      MetricsPage page,
      long maxBytes,
      int maxTransfers,
      Log log) {
    this.stores = Objects.requireNonNull(stores);
    this.links = Objects.requireNonNull(links);
    this.page = Objects.requireNonNull(page);
    this.maxBytes = maxBytes;
    this.transfers = new Transfers(maxTransfers, metrics);
    this.log = Objects.requireNonNull(log);
    metrics.showOn(page);
  }

  /** The gateway of a DBMS; empty where the plugin is off. */
  static Optional<Gateway> find(DatabaseManagementService databases) {
    DependencyResolver dbms =
        ((GraphDatabaseAPI) databases.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
            .getDependencyResolver();
    return dbms.containsDependency(Gateway.class)
        ? Optional.of(dbms.resolveDependency(Gateway.class))
        : Optional.empty();
  }

  /**
   * The gateway of a DBMS.
   *
   * @throws GatewayError 503 where the plugin is off
   */
  static Gateway of(DatabaseManagementService databases) {
    return find(databases)
        .orElseThrow(
            () ->
                new GatewayError(
                    503,
                    Status.Database.DatabaseUnavailable,
                    "PandaGraph is off; CALL panda.status() says why."));
  }

  /**
   * A database's name as Neo4j writes it.
   *
   * @throws GatewayError 404 where there is none that has blobs, 503 where it does not run
   */
  String database(DatabaseManagementService databases, String name) {
    try {
      GraphDatabaseService database = databases.database(name);
      String normal = database.databaseName();
      if (normal.equals(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)) {
        throw GatewayError.notFound("The system database has no blobs.");
      }
      if (!database.isAvailable(0)) {
        throw new GatewayError(
            503, Status.Database.DatabaseUnavailable, "The database is not running.");
      }
      return normal;
    } catch (DatabaseNotFoundException | IllegalArgumentException e) {
      throw new GatewayError(
          404, Status.Database.DatabaseNotFound, "There is no database of that name.");
    }
  }

  BlobStore store(String database) {
    return stores.of(database);
  }

  /**
   * What is known of a content, as its bytes tell it.
   *
   * @throws GatewayError 404 where the store does not hold it
   */
  Blob content(String database, BlobDigest digest) {
    OptionalLong length = store(database).length(digest);
    if (length.isEmpty()) {
      throw GatewayError.notFound(
          "Database "
              + database
              + " holds no content sha256:"
              + digest.toHex()
              + ": it never did, or nothing referred to it and it was collected.");
    }
    Blob untyped = new Blob(digest, length.getAsLong(), ContentTypes.UNKNOWN);
    return new Blob(
        digest, untyped.length(), types.get(digest, d -> typeOf(store(database), untyped)));
  }

  private static String typeOf(BlobStore store, Blob blob) {
    int head = (int) Math.min(ContentTypes.HEAD_BYTES, blob.length());
    try (InputStream content = store.open(blob, 0, head)) {
      return ContentTypes.of(content.readNBytes(head));
    } catch (IOException e) {
      throw new CannotRead(e);
    }
  }

  /** Carries an IOException through the cache. */
  static final class CannotRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotRead(IOException cause) {
      super(cause);
    }
  }

  BlobLinks links() {
    return links;
  }

  MetricsPage page() {
    return page;
  }

  Transfers transfers() {
    return transfers;
  }

  GatewayMetrics metrics() {
    return metrics;
  }

  /** The longest content that may be stored, in bytes. */
  long maxBytes() {
    return maxBytes;
  }

  void unexpected(Throwable problem) {
    log.error("The blob gateway failed", problem);
  }

  void linkFailed(String problem) {
    log.warn("A signed link could not be answered: " + problem);
  }
}
