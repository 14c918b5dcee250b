/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.NumberValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValueBuilder;
import org.neo4j.values.virtual.MapValue;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.blob.BlobException;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.plugin.blob.BlobContent;
import org.pandagraph.plugin.blob.BlobValue;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Evaluates sub-properties and semantic operators on Neo4j's values; the package says by which
 * rules. Thread-safe.
 *
 * <p>Every failure is a {@link CypherPlusError} without an offset: the caller knows where in the
 * statement the operator stands.
 */
public final class SemanticEngine {
  private final Models models;
  private final SemanticMetrics metrics;
  private final ErrorTranslation errors;

  /**
   * @param catalogueTtl how long a catalogue counts as at hand for checks before execution
   * @param cacheBytes memory for extracted values; 0 keeps none
   */
  public SemanticEngine(
      AipmClient client,
      Duration catalogueTtl,
      long cacheBytes,
      SemanticMetrics metrics,
      ErrorTranslation errors) {
    this.metrics = Objects.requireNonNull(metrics);
    this.errors = Objects.requireNonNull(errors);
    ExecutorService threads = AipmThreads.create();
    this.models =
        new Models(
            client,
            new CatalogueSource(client, catalogueTtl),
            new Extractions(client, cacheBytes, metrics, threads),
            threads,
            metrics,
            errors);
  }

  /**
   * {@code value->name}; null where the value is, or where the model finds nothing. Of a map, such
   * as {@code photo->faces[0]}, the entry of that name.
   */
  public AnyValue property(StatementScope scope, AnyValue value, String name) {
    if (value == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    metrics.subProperty();
    return translating(() -> propertyOf(scope, value, name));
  }

  private AnyValue propertyOf(StatementScope scope, AnyValue value, String name) {
    if (value instanceof MapValue) {
      return MapEntries.of((MapValue) value, name);
    }
    Optional<BlobValue> blob = scope.blobs().blobOf(value);
    if (blob.isEmpty()) {
      throw SubPropertyErrors.notABlob(ValueTypes.of(value), name);
    }
    Optional<Object> metadata = MetadataProperties.of(blob.get().blob(), name);
    if (metadata.isPresent()) {
      return JsonValues.of(metadata.get(), false);
    }
    BlobContent content = scope.blobs().content(blob.get());
    ModelDescriptor extractor = models.extractor(name, ValueDomain.of(content.mimeType()));
    Object found = models.extract(extractor, List.of(content), scope.patience()).get(content).get();
    String type = extractor.resultType();
    return JsonValues.of(found, type != null && type.endsWith("FLOAT"));
  }

  /** {@code x :: y}: FLOAT in [0,1], or null. */
  public AnyValue compare(StatementScope scope, AnyValue x, AnyValue y, OperatorText operator) {
    if (x == Values.NO_VALUE || y == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    Double best = table(scope, x, y, operator, false).best();
    return best == null ? Values.NO_VALUE : Values.doubleValue(best);
  }

  /** {@code x ::: y}: LIST OF LIST OF FLOAT, a row for each element of x; or null. */
  public AnyValue setCompare(StatementScope scope, AnyValue x, AnyValue y, OperatorText operator) {
    if (x == Values.NO_VALUE || y == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    Double[][] rows = table(scope, x, y, operator, true).rows();
    ListValueBuilder list = ListValueBuilder.newListBuilder(rows.length);
    for (Double[] row : rows) {
      ListValueBuilder entries = ListValueBuilder.newListBuilder(row.length);
      for (Double entry : row) {
        entries.add(entry == null ? Values.NO_VALUE : Values.doubleValue(entry));
      }
      list.add(entries.build());
    }
    return list.build();
  }

  /**
   * The Boolean operators: BOOLEAN or null.
   *
   * @param threshold the value of the operator's threshold parameter; null where it has none
   */
  public AnyValue like(
      StatementScope scope, AnyValue x, AnyValue y, OperatorText operator, AnyValue threshold) {
    if (threshold == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    Double least = threshold == null ? thresholdOf(operator) : thresholdOf(threshold);
    if (x == Values.NO_VALUE || y == Values.NO_VALUE) {
      return Values.NO_VALUE;
    }
    Boolean result;
    switch (operator.operator()) {
      case LIKE:
        result = table(scope, x, y, operator, false).like(least);
        break;
      case UNLIKE:
        result = Ternary.not(table(scope, x, y, operator, false).like(least));
        break;
      case CONTAINS:
        result = table(scope, x, y, operator, false).contains(least);
        break;
      case IN:
        result = table(scope, y, x, operator, false).contains(least);
        break;
      case CONTAINS_SET:
        result = table(scope, x, y, operator, false).containsSet(least);
        break;
      case SET_IN:
        result = table(scope, y, x, operator, false).containsSet(least);
        break;
      default:
        throw new IllegalArgumentException(operator.operator() + " is no Boolean operator");
    }
    return result == null ? Values.NO_VALUE : Values.booleanValue(result);
  }

  /** Counters. */
  public SemanticMetrics metrics() {
    return metrics;
  }

  Models models() {
    return models;
  }

  private SimilarityTable table(
      StatementScope scope, AnyValue x, AnyValue y, OperatorText operator, boolean elementwise) {
    metrics.comparison();
    String algorithm = operator.algorithm().orElse(null);
    return translating(
        () ->
            new Comparisons(
                    models,
                    scope.patience(),
                    Operand.of(x, scope.blobs()),
                    Operand.of(y, scope.blobs()))
                .table(algorithm, elementwise));
  }

  private static Double thresholdOf(OperatorText operator) {
    return operator.threshold().isPresent()
        ? checked(operator.threshold().getAsDouble(), operator.threshold().getAsDouble())
        : null;
  }

  private static Double thresholdOf(AnyValue value) {
    if (!(value instanceof NumberValue)) {
      throw new CypherPlusError(
          PluginErrorCode.BAD_THRESHOLD,
          "A threshold is a number from 0 to 1, not a " + ValueTypes.display(ValueTypes.of(value)),
          CypherPlusError.NO_OFFSET);
    }
    return checked(((NumberValue) value).doubleValue(), ((NumberValue) value).asObject());
  }

  private static Double checked(double threshold, Number asGiven) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new CypherPlusError(
          PluginErrorCode.BAD_THRESHOLD,
          "A threshold is a number from 0 to 1, not " + asGiven,
          CypherPlusError.NO_OFFSET);
    }
    return threshold;
  }

  private <T> T translating(Supplier<T> evaluation) {
    try {
      return evaluation.get();
    } catch (AipmException e) {
      throw errors.of(e);
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    }
  }
}
