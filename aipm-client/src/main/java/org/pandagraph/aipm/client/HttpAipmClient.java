/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pandagraph.aipm.wire.BatchAnswer;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.CompareRequest;
import org.pandagraph.aipm.wire.ExtractRequest;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireInput;

/**
 * The AIPM service over HTTP. Thread-safe.
 *
 * <p>A connection that fails and an answer of 503 are tried once more; after that, a service that
 * cannot be reached lets calls fail at once for a short time. A catalogue that cannot be refreshed
 * stays good.
 */
public final class HttpAipmClient implements AipmClient {
  private final AipmClientConfig config;
  private final Exchange exchange;
  private final CatalogueCache catalogue;
  private final Uploads uploads;

  private HttpAipmClient(AipmClientConfig config) {
    this.config = config;
    this.exchange = new Exchange(config);
    this.catalogue = new CatalogueCache(exchange, config);
    this.uploads = new Uploads(exchange, config);
  }

  /** Makes a client; it connects when it is first asked. */
  public static HttpAipmClient create(AipmClientConfig config) {
    return new HttpAipmClient(Objects.requireNonNull(config));
  }

  @Override
  public Catalogue catalogue() {
    return catalogue.get();
  }

  @Override
  public List<Outcome<Object>> extract(ModelDescriptor extractor, List<Content> contents) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Content> distinct = new ArrayList<>();
    for (Content content : contents) {
      places.computeIfAbsent(
          key(content),
          k -> {
            distinct.add(content);
            return distinct.size() - 1;
          });
    }
    BatchCall<Content> call =
        new BatchCall<>(
            exchange.url("v1", "extract", extractor.name()),
            uploads,
            batch -> askExtract(extractor, batch),
            List::of);
    List<Outcome<Object>> outcomes =
        inBatches(
            extractor,
            call,
            distinct,
            distinct.stream().map(WireInputs::size).collect(Collectors.toList()));
    return contents.stream()
        .map(c -> outcomes.get(places.get(key(c))))
        .collect(Collectors.toList());
  }

  private static String key(Content content) {
    return content.digest() + ' ' + content.mimeType();
  }

  private BatchAnswer askExtract(ModelDescriptor extractor, List<Content> batch) {
    List<WireInput> inputs = batch.stream().map(WireInputs::of).collect(Collectors.toList());
    return exchange.post(
        BatchAnswer.class,
        new ExtractRequest(extractor.version(), config.priority(), inputs),
        "v1",
        "extract",
        extractor.name());
  }

  @Override
  public List<Outcome<Double>> compare(ModelDescriptor comparator, List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "as many left sides as right ones, not " + left.size() + " and " + right.size());
    }
    List<Pair> pairs = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(new Pair(left.get(i), right.get(i)));
      sizes.add(WireInputs.size(left.get(i)) + WireInputs.size(right.get(i)));
    }
    BatchCall<Pair> call =
        new BatchCall<>(
            exchange.url("v1", "compare", comparator.name()),
            uploads,
            batch -> askCompare(comparator, batch),
            Pair::contents);
    return inBatches(comparator, call, pairs, sizes).stream()
        .map(outcome -> similarity(comparator, outcome))
        .collect(Collectors.toList());
  }

  private BatchAnswer askCompare(ModelDescriptor comparator, List<Pair> batch) {
    return exchange.post(
        BatchAnswer.class,
        new CompareRequest(
            comparator.version(),
            config.priority(),
            batch.stream().map(p -> WireInputs.of(p.left)).collect(Collectors.toList()),
            batch.stream().map(p -> WireInputs.of(p.right)).collect(Collectors.toList())),
        "v1",
        "compare",
        comparator.name());
  }

  private static Outcome<Double> similarity(ModelDescriptor comparator, Outcome<Object> outcome) {
    Object value;
    try {
      value = outcome.get();
    } catch (AipmException e) {
      return Outcome.fault(e);
    }
    if (value == null) {
      return Outcome.of(null);
    }
    double similarity = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
    if (!(similarity >= 0 && similarity <= 1)) {
      return Outcome.fault(
          new AipmException(
              AipmErrorCode.BAD_ANSWER,
              "`"
                  + comparator.name()
                  + "` gave `"
                  + value
                  + "` where a similarity in [0,1] is"
                  + " expected"));
    }
    return Outcome.of(similarity);
  }

  private <I> List<Outcome<Object>> inBatches(
      ModelDescriptor model, BatchCall<I> call, List<I> items, List<Long> sizes) {
    List<Integer> bounds =
        Batches.bounds(items.size(), sizes::get, config.maxBatchCount(), config.maxBatchBytes());
    List<Outcome<Object>> outcomes = new ArrayList<>(items.size());
    for (int b = 0; b + 1 < bounds.size(); b++) {
      List<I> batch = items.subList(bounds.get(b), bounds.get(b + 1));
      outcomes.addAll(knowingTheModel(model, () -> call.run(batch)));
    }
    return outcomes;
  }

  /**
   * Asks once more where the service said that it has no such model but its catalogue says it has;
   * otherwise the refreshed catalogue serves the next query.
   */
  private <T> T knowingTheModel(ModelDescriptor model, Supplier<T> call) {
    try {
      return call.get();
    } catch (AipmException e) {
      if (e.code() != AipmErrorCode.UNKNOWN_MODEL) {
        throw e;
      }
      Catalogue now = catalogue.refreshed();
      ModelDescriptor same =
          now.models().stream().filter(m -> isSameOffer(m, model)).findFirst().orElse(null);
      if (same == null) {
        throw e;
      }
      if (!same.version().equals(model.version())) {
        throw new AipmException(
            AipmErrorCode.UNKNOWN_MODEL,
            "the AIPM service has changed `"
                + model.name()
                + "` from version "
                + model.version()
                + " to "
                + same.version()
                + " in the meantime; run the query again",
            e);
      }
      return call.get();
    }
  }

  private static boolean isSameOffer(ModelDescriptor a, ModelDescriptor b) {
    return a.kind() == b.kind() && a.name().equals(b.name()) && a.domains().equals(b.domains());
  }

  @Override
  public void close() {
    uploads.close();
    exchange.close();
  }

  /** The two sides of a comparison. */
  private static final class Pair {
    final Object left;
    final Object right;

    Pair(Object left, Object right) {
      this.left = left;
      this.right = right;
    }

    List<Content> contents() {
      List<Content> contents = new ArrayList<>();
      for (Object side : new Object[] {left, right}) {
        if (side instanceof Content) {
          contents.add((Content) side);
        }
      }
      return contents;
    }
  }
}
