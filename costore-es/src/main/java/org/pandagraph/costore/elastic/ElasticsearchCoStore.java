/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pandagraph.costore.Checkpoint;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreHealth;
import org.pandagraph.costore.CoStoreMetrics;
import org.pandagraph.costore.CoStoreMetrics.Operation;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.IdDigest;
import org.pandagraph.costore.IdStream;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.Rebuild;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.costore.ScoredId;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/** A co-store in Elasticsearch 8.19; the package says how. */
public final class ElasticsearchCoStore implements CoStore {
  private final ElasticsearchConfig config;
  private final CoStoreMetrics metrics = new CoStoreMetrics();
  private final Requests requests;
  private final Indexes indexes;
  private final BulkWriter writer;
  private final Checkpoints checkpoints;
  private final Counts counts;
  private final FullText fullText;

  private ElasticsearchCoStore(ElasticsearchConfig config) {
    this.config = config;
    this.requests = new Requests(config, metrics);
    this.indexes = new Indexes(requests, config);
    this.writer = new BulkWriter(requests, config, metrics);
    this.checkpoints = new Checkpoints(requests, indexes);
    this.counts = new Counts(requests);
    this.fullText = new FullText(requests, indexes);
  }

  /**
   * Opens it; asks nothing of the servers yet, which may be down.
   *
   * @throws IllegalArgumentException where the certificate authorities cannot be read
   */
  public static ElasticsearchCoStore open(ElasticsearchConfig config) {
    return new ElasticsearchCoStore(config);
  }

  @Override
  public int layoutVersion() {
    return Documents.LAYOUT_VERSION;
  }

  @Override
  public List<RejectedState> apply(List<EntityState> states) {
    return measured(Operation.APPLY, () -> writer.write(states, indexes::writeAlias));
  }

  @Override
  public void makeVisible() {
    measured(
        Operation.MAKE_VISIBLE,
        () ->
            Requests.requireWhole(
                requests.write(
                    Requests.request("POST", "/" + indexes.live().allEntities() + "/_refresh"))));
  }

  @Override
  public IdStream ids(EntityKind kind, Predicate predicate) throws NotPushable {
    PredicateQuery query = PredicateQuery.of(predicate);
    return new ElasticIdStream(
        stream(kind, naming(query), config.pageSize(), null, Operation.ID_PAGE));
  }

  /** The query, with a name for what tells the unsure ones among the hits. */
  private static ObjectNode naming(PredicateQuery query) {
    if (!query.mayBeUnsure()) {
      return query.query();
    }
    ObjectNode unsure = Json.object().put("_name", "unsure").set("filter", query.unsure());
    ObjectNode bool = Json.object();
    bool.set("filter", query.query());
    bool.set("should", Json.object().set("bool", unsure));
    bool.put("minimum_should_match", 0);
    return Json.object().set("bool", bool);
  }

  private PageStream stream(
      EntityKind kind, ObjectNode query, int pageSize, String field, Operation operation) {
    return failing(
        () -> {
          Generation generation = indexes.live();
          return new PageStream(
              requests,
              generation,
              new Pages(generation.entities(kind), query, pageSize, field),
              metrics,
              operation,
              this::explain);
        });
  }

  @Override
  public long count(EntityKind kind, Predicate predicate, long[] without)
      throws NotPushable, NotExact {
    if (without.length > MOST_WITHOUT) {
      throw new IllegalArgumentException(
          "a count can do without " + MOST_WITHOUT + " entities at most, not " + without.length);
    }
    PredicateQuery query = PredicateQuery.of(predicate);
    NotExact[] notExact = new NotExact[1];
    long count =
        measured(
            Operation.COUNT,
            () -> {
              try {
                return counts.exact(indexes.live().entities(kind), query, without);
              } catch (NotExact e) {
                notExact[0] = e;
                return -1L;
              }
            });
    if (notExact[0] != null) {
      throw notExact[0];
    }
    return count;
  }

  @Override
  public long estimate(EntityKind kind, Predicate predicate) throws NotPushable {
    PredicateQuery query = PredicateQuery.of(predicate);
    return measured(Operation.COUNT, () -> counts.all(indexes.live().entities(kind), query));
  }

  @Override
  public List<ScoredId> search(String label, String text, int limit) {
    return measured(Operation.SEARCH, () -> fullText.search(label, text, limit));
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return measured(Operation.CHECKPOINT, checkpoints::read);
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    measured(
        Operation.CHECKPOINT,
        () -> {
          indexes.live();
          checkpoints.write(checkpoint, indexes.checkpointAlias());
          return null;
        });
  }

  @Override
  public Rebuild startRebuild() {
    return measured(Operation.REBUILD, () -> new ElasticRebuild(indexes, writer, checkpoints));
  }

  @Override
  public Stream<IdDigest> digests(EntityKind kind, long fromId, long toId) {
    return Digests.of(
        stream(
            kind,
            Digests.query(fromId, toId),
            config.pageSize(),
            Fields.DIGEST,
            Operation.DIGEST_PAGE));
  }

  @Override
  public CoStoreHealth health() {
    return new HealthCheck(requests, indexes).check();
  }

  @Override
  public CoStoreMetrics metrics() {
    return metrics;
  }

  private <T> T measured(Operation operation, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return failing(work);
    } finally {
      metrics.called(operation, System.nanoTime() - start);
    }
  }

  private <T> T failing(Supplier<T> work) {
    try {
      return work.get();
    } catch (CoStoreException e) {
      CoStoreException reason = explain(e);
      metrics.failed(reason.code());
      throw reason;
    }
  }

  /** Indexes are gone, or another cluster answers that never had them. */
  private CoStoreException explain(CoStoreException gone) {
    if (gone.code() != CoStoreErrorCode.INDEX_GONE) {
      return gone;
    }
    indexes.forget();
    try {
      indexes.cluster().checkOnce();
      return gone;
    } catch (CoStoreException e) {
      return e.code() == CoStoreErrorCode.WRONG_CLUSTER ? e : gone;
    }
  }

  /** Names of the indexes that answer, separated by commas. */
  String describeIndexes() {
    return indexes.live().all();
  }

  @Override
  public void close() {
    requests.close();
  }

  @Override
  public String toString() {
    return "Elasticsearch at " + config;
  }
}
