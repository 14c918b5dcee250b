/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.neo4j.cypher.internal.logical.plans.RelationshipLogicalLeafPlan;
import org.neo4j.cypher.internal.logical.plans.UndirectedRelationshipTypeScan;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.QueryTransactionalContext;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.CypherRowFactory;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.logging.Log;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.NotExact;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.plugin.plan.Consistency;
import org.pandagraph.plugin.plan.SeekCost;
import org.pandagraph.plugin.plan.SeekEstimate;
import org.pandagraph.plugin.plan.SeekLeaf;
import org.pandagraph.plugin.plan.StoreBreaker;
import org.pandagraph.plugin.plan.StoreEstimates;
import org.pandagraph.plugin.plan.UnseenEntities;

/** Starts seeks: decides at each execution whether the co-store is asked. Thread-safe. */
public final class SeekExecution {
  private final StoreBreaker access;
  private final StoreEstimates estimates;
  private final SeekCost cost;
  private final SeekFigures figures;
  private final Log log;

  public SeekExecution(
      StoreBreaker access, StoreEstimates estimates, SeekCost cost, SeekFigures figures, Log log) {
    this.access = Objects.requireNonNull(access);
    this.estimates = Objects.requireNonNull(estimates);
    this.cost = Objects.requireNonNull(cost);
    this.figures = Objects.requireNonNull(figures);
    this.log = Objects.requireNonNull(log);
  }

  /**
   * Asks the store.
   *
   * @param natively opens the rows as Neo4j finds them; called where the store answers
   * @return empty where Neo4j's own pipes are to be used
   */
  Optional<SeekRows> start(
      SeekSpec spec,
      int operator,
      QueryState state,
      CypherRowFactory rowFactory,
      NativeRows natively) {
    SeekCounts counts =
        state.subscriber() instanceof CountingSubscriber
            ? ((CountingSubscriber) state.subscriber()).counts()
            : null;
    try {
      return Optional.of(start(spec, operator, state, rowFactory, natively, counts));
    } catch (AnsweredNatively e) {
      figures.natively(e.reason());
      if (counts != null) {
        counts.natively(operator, e.reason().text());
      }
      return Optional.empty();
    }
  }

  /**
   * Asks the store how many there are.
   *
   * @return empty where the rows have to be counted
   */
  OptionalLong count(SeekSpec spec, int operator, QueryState state, CypherRowFactory rowFactory) {
    try {
      QueryTransactionalContext transaction = state.query().transactionalContext();
      TransactionWishes wishes = TransactionWishes.of(transaction);
      CoStore store = store(wishes, transaction);
      Predicate predicate = predicate(spec, values(spec, state, rowFactory), transaction);
      Overlay overlay = overlay(spec, wishes, transaction);
      if (overlay.ids().length > CoStore.MOST_WITHOUT) {
        return OptionalLong.empty();
      }
      // No ids come.
      weigh(spec, expected(spec, transaction), 0, overlay);
      long start = System.nanoTime();
      long count = store.count(spec.leaf().kind(), predicate, overlay.ids());
      figures.counted();
      if (state.subscriber() instanceof CountingSubscriber) {
        ((CountingSubscriber) state.subscriber())
            .counts()
            .asked(operator, 1, System.nanoTime() - start);
      }
      return OptionalLong.of(count + passing(spec, overlay, state, rowFactory));
    } catch (AnsweredNatively | NotPushable | NotExact e) {
      return OptionalLong.empty();
    } catch (CoStoreException e) {
      failed(e);
      return OptionalLong.empty();
    }
  }

  /** Rows of the overlay's entities that pass. */
  private static long passing(
      SeekSpec spec, Overlay overlay, QueryState state, CypherRowFactory rowFactory) {
    if (overlay.ids().length == 0) {
      return 0;
    }
    long passing = 0;
    try (EntityRows rows = rows(spec.leaf(), state, rowFactory)) {
      for (long id : overlay.ids()) {
        List<CypherRow> found = rows.of(id);
        if (!found.isEmpty()
            && spec.isOnLeaf(found.get(0), state)
            && spec.passes(found.get(0), state)) {
          passing += found.size();
        }
      }
    }
    return passing;
  }

  private SeekRows start(
      SeekSpec spec,
      int operator,
      QueryState state,
      CypherRowFactory rowFactory,
      NativeRows natively,
      SeekCounts counts)
      throws AnsweredNatively {
    QueryTransactionalContext transaction = state.query().transactionalContext();
    TransactionWishes wishes = TransactionWishes.of(transaction);
    CoStore store = store(wishes, transaction);
    FilterValues values = values(spec, state, rowFactory);
    Predicate predicate = predicate(spec, values, transaction);
    Overlay overlay = overlay(spec, wishes, transaction);
    SeekEstimate expected = expected(spec, transaction);
    OptionalLong remembered = estimates.remembered(spec.leaf().kind(), predicate);
    if (remembered.isPresent()) {
      weigh(spec, expected, remembered.getAsLong(), overlay);
    }
    StoreIds ids = ask(store, spec, predicate, overlay, counts, operator);
    boolean started = false;
    try {
      long total = ids.total();
      estimates.learnt(spec.leaf().kind(), predicate, total);
      weigh(spec, expected, total, overlay);
      SeekRows rows =
          new SeekRows(
              spec,
              state,
              values,
              ids,
              overlay,
              rows(spec.leaf(), state, rowFactory),
              natively,
              failure -> failedOver(failure, counts, operator));
      started = true;
      figures.pushed();
      return rows;
    } catch (CoStoreException e) {
      failed(e);
      throw new AnsweredNatively(NativeReason.FAILED);
    } finally {
      if (!started) {
        ids.close();
      }
    }
  }

  private CoStore store(TransactionWishes wishes, QueryTransactionalContext transaction)
      throws AnsweredNatively {
    CoStore store = access.store();
    if (store == null) {
      throw new AnsweredNatively(NativeReason.STORE_DOWN);
    }
    if (!wishes.pushdown(access)) {
      throw new AnsweredNatively(NativeReason.SWITCHED_OFF);
    }
    return store;
  }

  /** An expression that fails does so natively, if there is a row to evaluate it for. */
  private static FilterValues values(SeekSpec spec, QueryState state, CypherRowFactory rowFactory)
      throws AnsweredNatively {
    try {
      return new FilterValues(spec, state.newRowWithArgument(rowFactory), state);
    } catch (RuntimeException e) {
      throw new AnsweredNatively(NativeReason.VALUE);
    }
  }

  private static Predicate predicate(
      SeekSpec spec, FilterValues values, QueryTransactionalContext transaction)
      throws AnsweredNatively {
    Predicate predicate;
    try {
      predicate = values.predicate();
    } catch (NotPushable | RuntimeException e) {
      throw new AnsweredNatively(NativeReason.VALUE);
    }
    if (!ReadablePredicate.test(
        transaction.securityContext().mode(),
        transaction.tokenRead(),
        spec.leaf().kind(),
        predicate)) {
      throw new AnsweredNatively(NativeReason.RESTRICTED);
    }
    return predicate;
  }

  /** What is written to the graph is decided on the graph as it is. */
  private Overlay overlay(
      SeekSpec spec, TransactionWishes wishes, QueryTransactionalContext transaction)
      throws AnsweredNatively {
    EntityKind kind = spec.leaf().kind();
    Consistency wished = wishes.consistency(access);
    Consistency consistency = spec.isWriting() ? Consistency.STRONG : wished;
    boolean tolerant = !consistency.equals(Consistency.STRONG);
    Supplier<UnseenEntities> unseenNow = () -> consistency.minded(access.unseen());
    UnseenEntities unseen = unseenNow.get();
    if (!unseen.known()) {
      throw new AnsweredNatively(NativeReason.CHANGES_UNKNOWN);
    }
    return OwnChanges.of(transaction.dataRead(), kind)
        .map(own -> new Overlay(kind, own, unseen, unseenNow, tolerant))
        .orElseThrow(() -> new AnsweredNatively(NativeReason.TOO_MANY_CHANGES));
  }

  private StoreIds ask(
      CoStore store,
      SeekSpec spec,
      Predicate predicate,
      Overlay overlay,
      SeekCounts counts,
      int operator)
      throws AnsweredNatively {
    try {
      return new StoreIds(store.ids(spec.leaf().kind(), predicate), overlay, counts, operator);
    } catch (NotPushable e) {
      throw new AnsweredNatively(NativeReason.NOT_PUSHABLE);
    } catch (CoStoreException e) {
      failed(e);
      throw new AnsweredNatively(NativeReason.FAILED);
    }
  }

  /** What was planned, with the leaf's rows as they are now. */
  private static SeekEstimate expected(SeekSpec spec, QueryTransactionalContext transaction) {
    SeekLeaf leaf = spec.leaf();
    SeekEstimate planned = spec.estimate();
    if (leaf.isIndexSeek()) {
      return planned;
    }
    Read read = transaction.dataRead();
    TokenRead tokens = transaction.tokenRead();
    double rows;
    if (leaf.kind() == EntityKind.NODE) {
      int label = leaf.label() == null ? -1 : tokens.nodeLabel(leaf.label());
      rows = read.countsForNodeWithoutTxState(label);
    } else {
      int type = tokens.relationshipType(leaf.label());
      rows = read.countsForRelationshipWithoutTxState(-1, type, -1);
      if (leaf.plan() instanceof UndirectedRelationshipTypeScan) {
        rows *= 2;
      }
    }
    return new SeekEstimate(rows, planned.hits(), planned.share());
  }

  private void weigh(SeekSpec spec, SeekEstimate expected, long total, Overlay overlay)
      throws AnsweredNatively {
    SeekEstimate now = new SeekEstimate(expected.leafRows(), total, expected.share());
    if (!cost.pays(now, spec.leaf().isIndexSeek(), overlay.ids().length)) {
      throw new AnsweredNatively(NativeReason.TOO_MANY);
    }
  }

  private static EntityRows rows(SeekLeaf leaf, QueryState state, CypherRowFactory rowFactory) {
    return leaf.kind() == EntityKind.NODE
        ? new NodeRows(leaf.variable(), state, rowFactory)
        : new RelationshipRows((RelationshipLogicalLeafPlan) leaf.plan(), state, rowFactory);
  }

  private void failed(CoStoreException error) {
    access.failed(error);
    log.debug("A seek is answered by the graph, the co-store failed: " + error.getMessage());
  }

  private void failedOver(CoStoreException failure, SeekCounts counts, int operator) {
    failed(failure);
    figures.failedOver();
    if (counts != null) {
      counts.natively(operator, NativeReason.FAILED.text());
    }
  }

  /** Says that, and why, Neo4j's own pipes are to be used. */
  private static final class AnsweredNatively extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient NativeReason reason;

    AnsweredNatively(NativeReason reason) {
      super(reason.text(), null, false, false);
      this.reason = reason;
    }

    NativeReason reason() {
      return reason;
    }
  }
}
