/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands batches over until they are taken: waits and tries again what failed as a whole, finds and
 * parks what fails alone. Used by one thread.
 */
final class Feeder {
  /** How often a batch is tried whose states all fail with unchecked exceptions. */
  private static final int TRIES = 3;

  /** How many have to fail alone, with none that does not, for all to be taken to fail. */
  private static final int ALL_FAIL = 20;

  /** Where states go. */
  @FunctionalInterface
  interface Target {
    List<Rejection> apply(List<EntityState> states) throws ConsumerException;
  }

  private final Target target;
  private final ParkedEntities parked;
  private final Consumer<Rejection> parking;
  private final Retries retries;
  private final FeedFigures figures;

  /**
   * @param parking is told of each that is parked
   */
  Feeder(
      Target target,
      ParkedEntities parked,
      Consumer<Rejection> parking,
      Retries retries,
      FeedFigures figures) {
    this.target = target;
    this.parked = parked;
    this.parking = parking;
    this.retries = retries;
    this.figures = figures;
  }

  /**
   * Returns when all states are applied or parked.
   *
   * @throws ConsumerException where a rebuild is needed
   * @throws FeedControl.Stopped where the database stops meanwhile
   */
  void feed(StateBatch batch) throws ConsumerException {
    retries.run(
        () -> {
          List<Rejection> rejections = new ArrayList<>(batch.unreadable);
          if (!batch.states.isEmpty()) {
            rejections.addAll(new Attempt(batch.states.size()).apply(batch.states));
          }
          parked.note(batch.states, rejections);
          rejections.forEach(parking);
          figures.applied(batch.states.size(), rejections.size());
        });
  }

  /** One attempt at one batch. */
  private final class Attempt {
    private final int size;
    private int failedAlone;
    private boolean anyWorked;

    Attempt(int size) {
      this.size = size;
    }

    List<Rejection> apply(List<EntityState> states) throws ConsumerException {
      try {
        List<Rejection> rejections = target.apply(states);
        anyWorked = true;
        return rejections;
      } catch (FeedControl.Stopped e) {
        throw e;
      } catch (RuntimeException e) {
        return states.size() == 1 ? List.of(alone(states.get(0), e)) : halves(states);
      }
    }

    private List<Rejection> halves(List<EntityState> states) throws ConsumerException {
      int half = states.size() / 2;
      List<Rejection> rejections = new ArrayList<>(apply(states.subList(0, half)));
      rejections.addAll(apply(states.subList(half, states.size())));
      return rejections;
    }

    private Rejection alone(EntityState state, RuntimeException failure) throws ConsumerException {
      failedAlone++;
      boolean allFail = !anyWorked && (failedAlone == ALL_FAIL || failedAlone == size);
      if (allFail && retries.failures() < TRIES - 1) {
        throw new ConsumerException(
            ConsumerException.Kind.UNAVAILABLE,
            "it fails on everything it is given: " + failure,
            failure);
      }
      return new Rejection(state, failure.toString());
    }
  }
}
