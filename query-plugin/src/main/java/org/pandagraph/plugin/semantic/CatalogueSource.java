/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.similarity.BuiltInComparators;
import org.pandagraph.aipm.wire.Catalogue;

/**
 * The AIPM service's catalogue together with the built-in comparators: asked for where a statement
 * needs it, or taken as it is at hand where nobody may wait. Thread-safe.
 */
final class CatalogueSource {
  private static final long IDLE_SECONDS = 5;

  private final AipmClient client;
  private final long ttlNanos;
  private final ThreadPoolExecutor background;
  private final AtomicBoolean loading = new AtomicBoolean();
  private volatile Known known;

  /**
   * @param ttl how long a catalogue that was once read counts as at hand
   */
  CatalogueSource(AipmClient client, Duration ttl) {
    this.client = client;
    this.ttlNanos = ttl.toNanos();
    // No thread stays: whoever drops this object has nothing to close.
    this.background =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), this::thread);
    this.background.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "panda-catalogue");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The models there are, with their rules; waits for the service where its catalogue is too old.
   *
   * @throws AipmException where the service does not give it
   */
  ModelRules current() {
    Catalogue catalogue = client.catalogue();
    Known last = known;
    long now = System.nanoTime();
    if (last == null || last.catalogue != catalogue) {
      last = new Known(catalogue, new ModelRules(BuiltInComparators.with(catalogue)), now);
      known = last;
    } else {
      last.seenAt = now;
    }
    return last.rules;
  }

  /**
   * The models as far as they are known without asking anybody; empty where that is too old to
   * judge a statement by. It is then asked for in the background.
   */
  Optional<ModelRules> atHand() {
    Known last = known;
    if (last != null && System.nanoTime() - last.seenAt <= ttlNanos) {
      return Optional.of(last.rules);
    }
    load();
    return Optional.empty();
  }

  private void load() {
    if (!loading.compareAndSet(false, true)) {
      return;
    }
    try {
      background.execute(
          () -> {
            try {
              current();
            } catch (RuntimeException down) {
              // The statement that needs the service will say so; a check has nothing to say.
            } finally {
              loading.set(false);
            }
          });
    } catch (RuntimeException refused) {
      loading.set(false);
    }
  }

  private static final class Known {
    final Catalogue catalogue;
    final ModelRules rules;
    volatile long seenAt;

    Known(Catalogue catalogue, ModelRules rules, long seenAt) {
      this.catalogue = catalogue;
      this.rules = rules;
      this.seenAt = seenAt;
    }
  }
}
