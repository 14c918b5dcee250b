/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.client.Outcome;
import org.pandagraph.aipm.similarity.BuiltInComparators;
import org.pandagraph.aipm.similarity.SimilarityException;
import org.pandagraph.aipm.similarity.TextComparator;
import org.pandagraph.aipm.similarity.TextComparators;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.plugin.blob.BlobContent;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * All models: the built-in ones, and the AIPM service's. Values that are no blobs, and an algorithm
 * named by the built-in ones, never wait for the service. Thread-safe.
 */
final class Models {
  private static final ModelRules BUILT_IN = new ModelRules(BuiltInComparators.catalogue());
  private static final Map<ModelDescriptor, TextComparator> TEXT = new IdentityHashMap<>();

  static {
    TextComparators.all().forEach(c -> TEXT.put(c.descriptor(), c));
  }

  private final AipmClient client;
  private final CatalogueSource catalogue;
  private final Extractions extractions;
  private final ExecutorService threads;
  private final SemanticMetrics metrics;
  private final ErrorTranslation errors;

  Models(
      AipmClient client,
      CatalogueSource catalogue,
      Extractions extractions,
      ExecutorService threads,
      SemanticMetrics metrics,
      ErrorTranslation errors) {
    this.client = Objects.requireNonNull(client);
    this.catalogue = Objects.requireNonNull(catalogue);
    this.extractions = Objects.requireNonNull(extractions);
    this.threads = Objects.requireNonNull(threads);
    this.metrics = Objects.requireNonNull(metrics);
    this.errors = Objects.requireNonNull(errors);
  }

  /**
   * The comparator for two types.
   *
   * @param algorithm null for the default one
   * @throws CypherPlusError where there is none, or the service is needed to tell and is down
   */
  Choice comparator(String algorithm, ValueDomain x, ValueDomain y) {
    // Without a name, two blobs are for the service to choose for: `digest` is only the last
    // resort.
    if (algorithm != null || !x.isBlob() || !y.isBlob()) {
      Optional<Choice> builtIn = BUILT_IN.choose(algorithm, x, y);
      if (builtIn.isPresent()) {
        return builtIn.get();
      }
    }
    ModelRules rules;
    try {
      rules = catalogue.current();
    } catch (AipmException e) {
      throw cannotTell(
          "which algorithm takes " + ValueTypes.display(x) + " and " + ValueTypes.display(y), e);
    }
    return rules.choose(algorithm, x, y).orElseThrow(() -> rules.noComparator(algorithm, x, y));
  }

  /**
   * The extractor of a sub-property that is none of the metadata.
   *
   * @throws CypherPlusError where there is none, or the service is down
   */
  ModelDescriptor extractor(String property, ValueDomain type) {
    ModelRules rules;
    try {
      rules = catalogue.current();
    } catch (AipmException e) {
      throw cannotTell("what `" + property + "` of " + type + " is", e);
    }
    return rules.extractor(property, type).orElseThrow(() -> rules.unknownProperty(property, type));
  }

  /** The extractor of what a comparator compares by. */
  ModelDescriptor extractorOfFeature(ModelDescriptor comparator, ValueDomain type) {
    return catalogue
        .current()
        .extractor(comparator.feature(), type)
        .orElseThrow(
            () ->
                new AipmException(
                    AipmErrorCode.BAD_ANSWER,
                    "`"
                        + comparator.name()
                        + "` compares by `"
                        + comparator.feature()
                        + "`, which nothing in the catalogue extracts from "
                        + type));
  }

  /** Whether the comparator runs right here. */
  boolean isText(ModelDescriptor comparator) {
    return TEXT.containsKey(comparator);
  }

  /** The similarity of two strings by a comparator of {@link #isText}. */
  double similarity(ModelDescriptor comparator, Object x, Object y) {
    try {
      return TEXT.get(comparator).similarity((String) x, (String) y);
    } catch (SimilarityException e) {
      throw new CypherPlusError(
          PluginErrorCode.INVALID_ARGUMENT, e.getMessage(), CypherPlusError.NO_OFFSET, e);
    }
  }

  Map<BlobContent, Outcome<Object>> extract(
      ModelDescriptor extractor, Collection<BlobContent> contents, Patience patience) {
    return extractions.of(extractor, contents, patience);
  }

  List<Outcome<Double>> compare(
      ModelDescriptor comparator, List<?> left, List<?> right, Patience patience) {
    List<Outcome<Double>> outcomes =
        patience.await(
            threads.submit(
                () ->
                    metrics.aipmCall(left.size(), () -> client.compare(comparator, left, right))));
    if (outcomes.size() != left.size()) {
      throw new AipmException(
          AipmErrorCode.BAD_ANSWER,
          "asked `"
              + comparator.name()
              + "` to compare "
              + left.size()
              + " pairs, and "
              + outcomes.size()
              + " answers came back");
    }
    return outcomes;
  }

  /** The rules as far as they are known without waiting: see {@link CatalogueSource#atHand}. */
  Optional<ModelRules> atHand() {
    return catalogue.atHand();
  }

  /** The rules of the built-in comparators alone. */
  static ModelRules builtIn() {
    return BUILT_IN;
  }

  private CypherPlusError cannotTell(String what, AipmException e) {
    CypherPlusError error = errors.of(e);
    return new CypherPlusError(
        error.code(), "Cannot tell " + what + ": " + error.problem(), CypherPlusError.NO_OFFSET, e);
  }
}
