/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The models a service offers, and the rule that chooses one: by the types of the values, most
 * specific first, then by priority, then by name, so that the order of registration never matters.
 * Immutable.
 */
public final class Catalogue {
  private final List<ModelDescriptor> models;

  /**
   * @throws IllegalArgumentException where a descriptor is incomplete or contradicts itself
   */
  @JsonCreator
  public Catalogue(@JsonProperty(value = "models", required = true) List<ModelDescriptor> models) {
    if (models == null) {
      throw new IllegalArgumentException("a catalogue has a list of models");
    }
    models.forEach(DescriptorCheck::check);
    this.models = List.copyOf(models);
  }

  /**
   * This catalogue and what another one has beyond it: where both have a model of one kind, name
   * and domains, this one's is kept.
   */
  public Catalogue plus(Catalogue other) {
    List<ModelDescriptor> all = new ArrayList<>(models);
    other.models.stream()
        .filter(m -> models.stream().noneMatch(mine -> sameOffer(mine, m)))
        .forEach(all::add);
    return new Catalogue(all);
  }

  private static boolean sameOffer(ModelDescriptor a, ModelDescriptor b) {
    return a.kind() == b.kind() && a.name().equals(b.name()) && a.domains().equals(b.domains());
  }

  @JsonProperty
  public List<ModelDescriptor> models() {
    return models;
  }

  /** The extractor of a sub-property for a value of a type. */
  public Optional<ModelDescriptor> extractor(String property, ValueDomain type) {
    return best(
        m ->
            m.kind() == ModelKind.EXTRACTOR
                && m.name().equals(property)
                && m.domains().get(0).accepts(type));
  }

  /**
   * The comparator for a pair of types in this order.
   *
   * @param algorithm null for the default one
   */
  public Optional<ModelDescriptor> comparator(
      String algorithm, ValueDomain left, ValueDomain right) {
    return best(
        m ->
            m.kind() == ModelKind.COMPARATOR
                && (algorithm == null || m.name().equals(algorithm))
                && m.domains().get(0).accepts(left)
                && m.domains().get(1).accepts(right));
  }

  /** Names of the sub-properties that exist for a type; of all types where it is null. */
  public SortedSet<String> propertyNames(ValueDomain type) {
    return names(
        m -> m.kind() == ModelKind.EXTRACTOR && (type == null || m.domains().get(0).accepts(type)));
  }

  /** Names of the algorithms that take these types in either order; all where both are null. */
  public SortedSet<String> algorithmNames(ValueDomain left, ValueDomain right) {
    return names(
        m ->
            m.kind() == ModelKind.COMPARATOR
                && (left == null
                    || right == null
                    || accepts(m, left, right)
                    || accepts(m, right, left)));
  }

  private static boolean accepts(ModelDescriptor m, ValueDomain left, ValueDomain right) {
    return m.domains().get(0).accepts(left) && m.domains().get(1).accepts(right);
  }

  private SortedSet<String> names(Predicate<ModelDescriptor> which) {
    return models.stream()
        .filter(which)
        .map(ModelDescriptor::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<ModelDescriptor> best(Predicate<ModelDescriptor> fits) {
    return models.stream()
        .filter(fits)
        .max(
            Comparator.<ModelDescriptor>comparingInt(
                    m -> m.domains().stream().mapToInt(ValueDomain::specificity).sum())
                .thenComparingInt(ModelDescriptor::priority)
                .thenComparing(ModelDescriptor::name, Comparator.reverseOrder())
                .thenComparing(ModelDescriptor::version));
  }
}
