/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.neo4j.values.AnyValue;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.costore.predicate.Predicate;

/**
 * About how many entities there are for which a predicate is true, as a co-store says; remembered
 * for a while. Thread-safe.
 */
public final class StoreEstimates {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final StoreBreaker access;
  private final Cache<Question, Long> answers =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

  public StoreEstimates(StoreBreaker access) {
    this.access = access;
  }

  /** Asks the store, unless it was asked a short time ago; empty where it cannot say. */
  OptionalLong ask(EntityKind kind, Predicate predicate) {
    Question question = new Question(kind, predicate);
    Long known = answers.getIfPresent(question);
    if (known != null) {
      return OptionalLong.of(known);
    }
    CoStore store = access.store();
    if (store == null) {
      return OptionalLong.empty();
    }
    try {
      long estimate = store.estimate(kind, predicate);
      answers.put(question, estimate);
      return OptionalLong.of(estimate);
    } catch (NotPushable e) {
      return OptionalLong.empty();
    } catch (CoStoreException e) {
      access.failed(e);
      return OptionalLong.empty();
    }
  }

  /** Asks for all of some conditions; empty where a value is not known yet, too. */
  OptionalLong ask(EntityKind kind, List<Condition> conditions, KnownValues known) {
    try {
      List<Predicate> predicates = new ArrayList<>();
      for (Condition condition : conditions) {
        Optional<AnyValue[]> values = known.of(condition.values());
        if (values.isEmpty()) {
          return OptionalLong.empty();
        }
        predicates.add(condition.bind(values.get()));
      }
      return ask(kind, new And(predicates));
    } catch (NotPushable e) {
      return OptionalLong.empty();
    }
  }

  /** What is remembered, without asking. */
  public OptionalLong remembered(EntityKind kind, Predicate predicate) {
    Long known = answers.getIfPresent(new Question(kind, predicate));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** Remembers what was learnt elsewhere. */
  public void learnt(EntityKind kind, Predicate predicate, long total) {
    answers.put(new Question(kind, predicate), total);
  }

  private static final class Question {
    private final EntityKind kind;
    private final Predicate predicate;

    Question(EntityKind kind, Predicate predicate) {
      this.kind = kind;
      this.predicate = predicate;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Question
          && kind == ((Question) other).kind
          && predicate.equals(((Question) other).predicate);
    }

    @Override
    public int hashCode() {
      return predicate.hashCode();
    }
  }
}
