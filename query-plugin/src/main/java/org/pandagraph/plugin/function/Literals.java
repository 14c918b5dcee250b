/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.kernel.api.Statement;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.api.query.ExecutingQuery;
import org.neo4j.kernel.impl.api.KernelStatement;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.values.storable.TextValue;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.source.BlobSources;
import org.pandagraph.plugin.blob.BlobValues;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.semantic.SemanticMetrics;

/**
 * Contents that literals name, read once in a query however many rows and threads ask, and read
 * anew by the next query. Thread-safe.
 */
final class Literals {
  private static final int REMEMBERED = 1_000;

  private final BlobSources sources;
  private final BlobsOfStatement blobs;
  private final SemanticMetrics metrics;

  /** By the identity of the query, for as long as somebody holds it. */
  private final Cache<ExecutingQuery, Map<String, TextValue>> literals =
      Caffeine.newBuilder().weakKeys().build();

  /** The same for what functions were given, which may be another URI in every row. */
  private final Cache<ExecutingQuery, Cache<String, TextValue>> computed =
      Caffeine.newBuilder().weakKeys().build();

  Literals(BlobSources sources, BlobsOfStatement blobs, SemanticMetrics metrics) {
    this.sources = Objects.requireNonNull(sources);
    this.blobs = Objects.requireNonNull(blobs);
    this.metrics = Objects.requireNonNull(metrics);
  }

  /**
   * The blob a literal names.
   *
   * @throws CypherPlusError without an offset, where it is malformed, not allowed, absent, too
   *     large or too slow
   */
  TextValue read(Context context, String uri) {
    Optional<ExecutingQuery> query = executingQuery(context);
    return query.isPresent()
        ? literals
            .get(query.get(), q -> new ConcurrentHashMap<>())
            .computeIfAbsent(uri, u -> readNow(context, u))
        : readNow(context, uri);
  }

  /** The blob a URI names that a query computed; of a great many some are read again. */
  TextValue readComputed(Context context, String uri) {
    Optional<ExecutingQuery> query = executingQuery(context);
    return query.isPresent()
        ? computed
            .get(query.get(), q -> Caffeine.newBuilder().maximumSize(REMEMBERED).build())
            .get(uri, u -> readNow(context, u))
        : readNow(context, uri);
  }

  private TextValue readNow(Context context, String uri) {
    try {
      metrics.literal();
      return BlobValues.valueOf(sources.read(uri, blobs.of(context).store()));
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    }
  }

  private static Optional<ExecutingQuery> executingQuery(Context context) {
    InternalTransaction transaction = context.internalTransactionOrNull();
    if (transaction == null) {
      return Optional.empty();
    }
    try (Statement statement = transaction.kernelTransaction().acquireStatement()) {
      return statement instanceof KernelStatement
          ? ((KernelStatement) statement).queryRegistry().executingQuery()
          : Optional.empty();
    }
  }
}
