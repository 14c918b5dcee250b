/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Optional;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.cypherplus.InternalFunction;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.cypherplus.SemanticUse;
import org.pandagraph.cypherplus.SemanticUse.OperandType;
import org.pandagraph.cypherplus.Translation;
import org.pandagraph.plugin.StatementCheck;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Refuses statements that cannot work: names nobody knows, literals no comparator takes, thresholds
 * outside [0,1]. Judges by the catalogue that is at hand, and lets pass what only the AIPM service
 * could tell. Thread-safe.
 */
public final class SemanticCheck implements StatementCheck {
  private final SemanticEngine engine;

  public SemanticCheck(SemanticEngine engine) {
    this.engine = engine;
  }

  @Override
  public void check(Translation translation) {
    boolean maps = translation.uses().stream().anyMatch(this::givesMaps);
    for (SemanticUse use : translation.uses()) {
      try {
        check(use, maps);
      } catch (CypherPlusError e) {
        throw new CypherPlusError(e.code(), e.problem(), use.offset(), e.getCause());
      }
    }
  }

  /**
   * @param maps whether the statement has maps that a model gives, whose entries `->` may ask for
   */
  private void check(SemanticUse use, boolean maps) {
    if (use.function() == InternalFunction.PROPERTY) {
      checkProperty(use.text(), use.left(), maps && use.left() == OperandType.UNKNOWN);
    } else if (use.operator().isPresent()) {
      checkOperator(use.operator().get(), use.left(), use.right());
    }
  }

  private boolean givesMaps(SemanticUse use) {
    return use.function() == InternalFunction.PROPERTY
        && engine.models().atHand().map(rules -> rules.givesMaps(use.text())).orElse(false);
  }

  private void checkProperty(String name, OperandType value, boolean mayBeEntry) {
    Optional<ValueDomain> type = plainType(value);
    // A string may be a blob's reference: only running the statement tells.
    if (type.isPresent() && value != OperandType.STRING) {
      throw SubPropertyErrors.notABlob(type.get(), name);
    }
    if (MetadataProperties.has(name) || mayBeEntry) {
      return;
    }
    Optional<ModelRules> rules = engine.models().atHand();
    if (rules.isPresent() && !rules.get().hasProperty(name)) {
      throw rules.get().unknownProperty(name, null);
    }
  }

  private void checkOperator(OperatorText operator, OperandType left, OperandType right) {
    double threshold = operator.threshold().orElse(0);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new CypherPlusError(
          PluginErrorCode.BAD_THRESHOLD,
          "A threshold is a number from 0 to 1, not " + threshold,
          CypherPlusError.NO_OFFSET);
    }
    Optional<ValueDomain> x = itemType(left);
    Optional<ValueDomain> y = itemType(right);
    String algorithm = operator.algorithm().orElse(null);
    if (builtInSuffices(algorithm, x, y)) {
      return;
    }
    Optional<ModelRules> atHand = engine.models().atHand();
    if (atHand.isEmpty()) {
      return;
    }
    ModelRules rules = atHand.get();
    if (algorithm != null) {
      rules
          .unknownAlgorithm(algorithm)
          .ifPresent(
              e -> {
                throw e;
              });
    }
    if (x.isPresent() && y.isPresent() && rules.choose(algorithm, x.get(), y.get()).isEmpty()) {
      throw rules.noComparator(algorithm, x.get(), y.get());
    }
  }

  private static boolean builtInSuffices(
      String algorithm, Optional<ValueDomain> x, Optional<ValueDomain> y) {
    if (x.isPresent() && y.isPresent()) {
      return Models.builtIn().choose(algorithm, x.get(), y.get()).isPresent();
    }
    return algorithm == null || Models.builtIn().unknownAlgorithm(algorithm).isEmpty();
  }

  /** The type of an operand that is one value and no blob; empty for what is not known. */
  private static Optional<ValueDomain> itemType(OperandType type) {
    return type == OperandType.LIST ? Optional.empty() : plainType(type);
  }

  private static Optional<ValueDomain> plainType(OperandType type) {
    switch (type) {
      case STRING:
        return Optional.of(ValueTypes.STRING);
      case INTEGER:
        return Optional.of(ValueTypes.INTEGER);
      case FLOAT:
        return Optional.of(ValueTypes.FLOAT);
      case BOOLEAN:
        return Optional.of(ValueTypes.BOOLEAN);
      case MAP:
        return Optional.of(ValueTypes.MAP);
      case LIST:
        return Optional.of(ValueTypes.LIST);
      default:
        return Optional.empty();
    }
  }
}
