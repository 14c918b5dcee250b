/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pandagraph.costore.CoStore;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.RejectedState;
import org.pandagraph.plugin.feed.ChangeConsumer;
import org.pandagraph.plugin.feed.Checkpoint;
import org.pandagraph.plugin.feed.ConsumerException;
import org.pandagraph.plugin.feed.EntityState;
import org.pandagraph.plugin.feed.Rebuild;
import org.pandagraph.plugin.feed.Rejection;

/** Feeds a co-store with the changes of a database. For one thread at a time, as a feed has it. */
final class CoStoreConsumer implements ChangeConsumer {
  /** As status and logs have it. */
  static final String NAME = "costore";

  private final CoStore store;
  private final Runnable whenFilled;
  private final StoppableCalls calls = new StoppableCalls();

  /**
   * @param whenFilled told each time the store has been filled anew
   */
  CoStoreConsumer(CoStore store, Runnable whenFilled) {
    this.store = store;
    this.whenFilled = whenFilled;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Checkpoint> checkpoint() throws ConsumerException {
    return asked(
        () ->
            store
                .checkpoint()
                .filter(stored -> stored.layoutVersion() == store.layoutVersion())
                .flatMap(StoredCheckpoint::read));
  }

  @Override
  public List<Rejection> apply(List<EntityState> states) throws ConsumerException {
    return applied(states, store::apply);
  }

  @Override
  public void commit(Checkpoint checkpoint) throws ConsumerException {
    told(() -> store.checkpoint(StoredCheckpoint.of(checkpoint, store.layoutVersion())));
  }

  @Override
  public void makeVisible() throws ConsumerException {
    told(store::makeVisible);
  }

  @Override
  public Rebuild startRebuild() throws ConsumerException {
    org.pandagraph.costore.Rebuild copy = asked(store::startRebuild);
    return new Rebuild() {
      @Override
      public List<Rejection> apply(List<EntityState> states) throws ConsumerException {
        return applied(states, copy::apply);
      }

      @Override
      public void finish(Checkpoint checkpoint) throws ConsumerException {
        told(() -> copy.complete(StoredCheckpoint.of(checkpoint, store.layoutVersion())));
        whenFilled.run();
      }

      @Override
      public void discard() {
        try {
          calls.call(
              () -> {
                copy.close();
                return null;
              });
        } catch (CoStoreException e) {
          // What is left of it goes when the next one begins.
        }
      }
    };
  }

  @Override
  public void stopping() {
    calls.endSoon();
  }

  private List<Rejection> applied(
      List<EntityState> states,
      Function<List<org.pandagraph.costore.EntityState>, List<RejectedState>> target)
      throws ConsumerException {
    ConvertedStates converted = new ConvertedStates(states);
    List<Rejection> rejections = new ArrayList<>();
    for (RejectedState rejected : asked(() -> target.apply(converted))) {
      rejections.add(new Rejection(converted.origin(rejected.state()), rejected.reason()));
    }
    return rejections;
  }

  private void told(Runnable call) throws ConsumerException {
    asked(
        () -> {
          call.run();
          return null;
        });
  }

  private <T> T asked(Supplier<T> call) throws ConsumerException {
    try {
      return calls.call(call);
    } catch (CoStoreException e) {
      throw new ConsumerException(kind(e), e.getMessage(), e);
    }
  }

  private static ConsumerException.Kind kind(CoStoreException failure) {
    switch (failure.code()) {
      case OVERLOADED:
        return ConsumerException.Kind.BUSY;
      case UNREACHABLE:
      case TIMEOUT:
      case UNEXPECTED_ANSWER:
      case CLOSED:
        return ConsumerException.Kind.UNAVAILABLE;
      case INDEX_GONE:
      case WRONG_CLUSTER:
        return ConsumerException.Kind.LOST;
      default:
        return ConsumerException.Kind.MISCONFIGURED;
    }
  }
}
