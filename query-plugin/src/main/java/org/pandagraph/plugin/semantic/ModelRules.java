/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ModelKind;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * Which model answers, out of one catalogue, and what to say where none does. A pair of types is
 * tried as it stands, then swapped; in each order the catalogue prefers what names the types most
 * exactly, then what has the highest priority. Thread-safe; remembers its choices.
 */
final class ModelRules {
  /** Pairs of types that are remembered; there are few, but MIME types come from contents. */
  private static final int REMEMBERED = 10_000;

  private final Catalogue catalogue;
  private final Map<String, Choice> choices = new ConcurrentHashMap<>();

  ModelRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The comparator for two types.
   *
   * @param algorithm null for the default one
   */
  Optional<Choice> choose(String algorithm, ValueDomain x, ValueDomain y) {
    String key = x.name() + ' ' + y.name() + ' ' + (algorithm == null ? "" : algorithm);
    Choice known = choices.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Choice> choice =
        catalogue
            .comparator(algorithm, x, y)
            .map(m -> new Choice(m, false))
            .or(() -> catalogue.comparator(algorithm, y, x).map(m -> new Choice(m, true)));
    if (choices.size() < REMEMBERED) {
      choice.ifPresent(c -> choices.put(key, c));
    }
    return choice;
  }

  /** The error where {@link #choose} finds none. */
  CypherPlusError noComparator(String algorithm, ValueDomain x, ValueDomain y) {
    SortedSet<String> all = catalogue.algorithmNames(null, null);
    if (algorithm != null && !all.contains(algorithm)) {
      return error(
          PluginErrorCode.UNKNOWN_ALGORITHM,
          "There is no algorithm `"
              + algorithm
              + "`"
              + NearestName.hint(algorithm, all)
              + forTypes(x, y));
    }
    String what = algorithm == null ? "No algorithm takes " : "`" + algorithm + "` does not take ";
    return error(PluginErrorCode.NO_COMPARATOR, what + pair(x, y) + forTypes(x, y));
  }

  /** The error where no algorithm has that name, whatever the types. */
  Optional<CypherPlusError> unknownAlgorithm(String algorithm) {
    SortedSet<String> all = catalogue.algorithmNames(null, null);
    if (all.contains(algorithm)) {
      return Optional.empty();
    }
    return Optional.of(
        error(
            PluginErrorCode.UNKNOWN_ALGORITHM,
            "There is no algorithm `"
                + algorithm
                + "`"
                + NearestName.hint(algorithm, all)
                + "; there are "
                + names(all)));
  }

  Optional<ModelDescriptor> extractor(String property, ValueDomain type) {
    return catalogue.extractor(property, type);
  }

  /** Whether some type of value has that sub-property. */
  boolean hasProperty(String name) {
    return MetadataProperties.has(name) || catalogue.propertyNames(null).contains(name);
  }

  /** Whether values of a sub-property are maps, or lists of them. */
  boolean givesMaps(String name) {
    return catalogue.models().stream()
        .filter(m -> m.kind() == ModelKind.EXTRACTOR && m.name().equals(name))
        .anyMatch(m -> m.resultType() != null && m.resultType().endsWith("MAP"));
  }

  /**
   * The error where a sub-property does not exist.
   *
   * @param type of the value; null where only the name is known
   */
  CypherPlusError unknownProperty(String name, ValueDomain type) {
    TreeSet<String> valid = MetadataProperties.names();
    valid.addAll(catalogue.propertyNames(type));
    String message =
        "There is no sub-property `" + name + "`" + (type == null ? "" : " of " + type.name());
    String others = domainsOf(name);
    if (type != null && !others.isEmpty()) {
      message += ", only of " + others;
    } else {
      message += NearestName.hint(name, valid);
    }
    return error(PluginErrorCode.UNKNOWN_SUB_PROPERTY, message + "; there are " + names(valid));
  }

  private String domainsOf(String property) {
    return catalogue.models().stream()
        .filter(m -> m.kind() == ModelKind.EXTRACTOR && m.name().equals(property))
        .map(m -> m.domains().get(0).name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String forTypes(ValueDomain x, ValueDomain y) {
    SortedSet<String> fitting = catalogue.algorithmNames(x, y);
    if (!fitting.isEmpty()) {
      return "; for " + pair(x, y) + " there are " + names(fitting);
    }
    String all =
        catalogue.models().stream()
            .filter(m -> m.kind() == ModelKind.COMPARATOR)
            .map(
                m ->
                    "`"
                        + m.name()
                        + "` ("
                        + m.domains().stream()
                            .map(ValueTypes::display)
                            .collect(Collectors.joining(" and "))
                        + ")")
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "; there are " + all;
  }

  private static String pair(ValueDomain x, ValueDomain y) {
    return ValueTypes.display(x) + " and " + ValueTypes.display(y);
  }

  private static String names(SortedSet<String> names) {
    return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
  }

  private static CypherPlusError error(PluginErrorCode code, String problem) {
    return new CypherPlusError(code, problem, CypherPlusError.NO_OFFSET);
  }
}
