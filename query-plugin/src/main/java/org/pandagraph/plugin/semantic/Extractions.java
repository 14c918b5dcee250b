/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.client.Outcome;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.plugin.blob.BlobContent;

/**
 * What extractors find in contents: asked for in one batch, kept in bounded memory by (digest,
 * model, version), and asked for once where several threads want the same at a time. Faults are not
 * kept. Thread-safe.
 */
final class Extractions {
  /** Stands in the cache for "the model found nothing". */
  private static final Object NOTHING = new Object();

  private final AipmClient client;
  private final SemanticMetrics metrics;
  private final ExecutorService threads;
  private final Cache<ExtractionKey, Object> cache;
  private final Map<ExtractionKey, CompletableFuture<Outcome<Object>>> underWay =
      new ConcurrentHashMap<>();

  /**
   * @param maxBytes of memory for kept values; 0 keeps nothing
   */
  Extractions(AipmClient client, long maxBytes, SemanticMetrics metrics, ExecutorService threads) {
    this.client = client;
    this.metrics = metrics;
    this.threads = threads;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (ExtractionKey key, Object value) ->
                    ExtractionKey.BYTES + FeatureForms.bytes(value))
            .executor(Runnable::run)
            .build();
  }

  /**
   * One outcome for each different content. Its value is as {@link FeatureForms#compact} leaves it;
   * null where the model found nothing.
   *
   * @throws AipmException where the service fails as a whole
   */
  Map<BlobContent, Outcome<Object>> of(
      ModelDescriptor extractor, Collection<BlobContent> contents, Patience patience) {
    Map<BlobContent, Outcome<Object>> outcomes = new HashMap<>();
    Map<BlobContent, CompletableFuture<Outcome<Object>>> awaited = new LinkedHashMap<>();
    Map<BlobContent, CompletableFuture<Outcome<Object>>> mine = new LinkedHashMap<>();
    for (BlobContent content : contents) {
      if (outcomes.containsKey(content) || awaited.containsKey(content)) {
        continue;
      }
      ExtractionKey key = new ExtractionKey(content.blob().digest(), extractor);
      Object kept = cache.getIfPresent(key);
      if (kept != null) {
        outcomes.put(content, value(kept));
        continue;
      }
      CompletableFuture<Outcome<Object>> future = new CompletableFuture<>();
      CompletableFuture<Outcome<Object>> other = underWay.putIfAbsent(key, future);
      if (other != null) {
        awaited.put(content, other);
        continue;
      }
      // Another thread's may have ended since the look above.
      kept = cache.getIfPresent(key);
      if (kept != null) {
        outcomes.put(content, value(kept));
        end(key, future, value(kept));
        continue;
      }
      awaited.put(content, future);
      mine.put(content, future);
    }
    metrics.cached(outcomes.size(), awaited.size());
    if (!mine.isEmpty()) {
      // Not by this thread: where its statement is terminated, others may wait for the same.
      threads.execute(() -> extract(extractor, mine));
    }
    awaited.forEach((content, future) -> outcomes.put(content, patience.await(future)));
    return outcomes;
  }

  /** Drops all kept values; what is under way is not affected. */
  void clear() {
    cache.invalidateAll();
  }

  private void extract(
      ModelDescriptor extractor, Map<BlobContent, CompletableFuture<Outcome<Object>>> wanted) {
    List<BlobContent> contents = new ArrayList<>(wanted.keySet());
    try {
      List<Outcome<Object>> answers =
          metrics.aipmCall(contents.size(), () -> client.extract(extractor, List.copyOf(contents)));
      if (answers.size() != contents.size()) {
        throw new AipmException(
            AipmErrorCode.BAD_ANSWER,
            "asked `"
                + extractor.name()
                + "` of "
                + contents.size()
                + " contents, and "
                + answers.size()
                + " answers came back");
      }
      for (int i = 0; i < contents.size(); i++) {
        BlobContent content = contents.get(i);
        ExtractionKey key = new ExtractionKey(content.blob().digest(), extractor);
        end(key, wanted.get(content), kept(extractor, key, answers.get(i)));
      }
    } catch (RuntimeException | Error e) {
      // End them all, or those who wait would wait for ever.
      wanted.forEach(
          (content, future) -> {
            underWay.remove(new ExtractionKey(content.blob().digest(), extractor), future);
            future.completeExceptionally(e);
          });
    }
  }

  /** Tells those who wait, and nobody who asks from now on: a fault is not kept. */
  private void end(
      ExtractionKey key, CompletableFuture<Outcome<Object>> future, Outcome<Object> outcome) {
    underWay.remove(key, future);
    future.complete(outcome);
  }

  private static Outcome<Object> value(Object kept) {
    return Outcome.of(kept == NOTHING ? null : kept);
  }

  private Outcome<Object> kept(
      ModelDescriptor extractor, ExtractionKey key, Outcome<Object> answer) {
    try {
      Object value = FeatureForms.compact(extractor, answer.get());
      cache.put(key, value == null ? NOTHING : value);
      return Outcome.of(value);
    } catch (AipmException fault) {
      return answer;
    } catch (IllegalArgumentException malformed) {
      return Outcome.fault(
          new AipmException(
              AipmErrorCode.BAD_ANSWER,
              "`" + extractor.name() + "` gave a malformed value: " + malformed.getMessage(),
              malformed));
    }
  }
}
