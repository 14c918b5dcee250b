/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.similarity.BuiltInComparators;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of this service and what they offer. Thread-safe. */
public final class ModelRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);

  private final List<Model> models;
  private final Map<ModelDescriptor, RegisteredModel> offers = new IdentityHashMap<>();
  private final Catalogue catalogue;

  /**
   * @throws IllegalArgumentException where a model offers what no catalogue may hold, or two models
   *     offer the same
   */
  public ModelRegistry(List<Model> models) {
    this.models = List.copyOf(models);
    List<ModelDescriptor> all = new ArrayList<>();
    for (Model model : models) {
      for (ModelDescriptor descriptor : model.descriptors()) {
        refuseSecond(all, descriptor);
        all.add(descriptor);
        offers.put(descriptor, new RegisteredModel(model, descriptor));
      }
    }
    this.catalogue = new Catalogue(all).plus(BuiltInComparators.catalogue());
  }

  private static void refuseSecond(List<ModelDescriptor> all, ModelDescriptor descriptor) {
    for (ModelDescriptor other : all) {
      if (other.kind() == descriptor.kind()
          && other.name().equals(descriptor.name())
          && other.domains().equals(descriptor.domains())) {
        throw new IllegalArgumentException(
            "two models offer `" + descriptor.name() + "` for " + descriptor.domains());
      }
    }
  }

  /** Rules and names; costs as the models gave them. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The same with measured costs. */
  public Catalogue measuredCatalogue() {
    return new Catalogue(
        catalogue.models().stream()
            .map(d -> offers.containsKey(d) ? offers.get(d).measured() : d)
            .toList());
  }

  /** The model behind a line of {@link #catalogue()}; none for what is built into comparing. */
  public Optional<RegisteredModel> behind(ModelDescriptor descriptor) {
    return Optional.ofNullable(offers.get(descriptor));
  }

  /**
   * The extractor of a sub-property for a type.
   *
   * @param version null for any
   * @throws ServiceException {@code UNKNOWN_MODEL}
   */
  public RegisteredModel extractor(String property, String version, ValueDomain type) {
    Catalogue candidates = inVersion(property, version);
    ModelDescriptor found =
        candidates.extractor(property, type).orElseThrow(() -> unknownFor(property, type));
    return offers.get(found);
  }

  /**
   * @throws ServiceException {@code UNKNOWN_MODEL} where there is no such sub-property for any type
   */
  public void checkProperty(String property, String version) {
    SortedSet<String> names = catalogue.propertyNames(null);
    if (!names.contains(property)) {
      throw new ServiceException(
          WireErrorCode.UNKNOWN_MODEL,
          "there is no sub-property `" + property + "`" + NearestName.hint(property, names));
    }
    if (inVersion(property, version).models().isEmpty()) {
      throw new ServiceException(
          WireErrorCode.UNKNOWN_MODEL,
          "there is no version " + version + " of the sub-property `" + property + "` here");
    }
  }

  private Catalogue inVersion(String name, String version) {
    return new Catalogue(
        catalogue.models().stream()
            .filter(d -> d.name().equals(name))
            .filter(d -> version == null || d.version().equals(version))
            .toList());
  }

  private ServiceException unknownFor(String property, ValueDomain type) {
    SortedSet<String> names = catalogue.propertyNames(type);
    return new ServiceException(
        WireErrorCode.UNKNOWN_MODEL,
        "`"
            + property
            + "` is no sub-property of "
            + type
            + NearestName.hint(property, names)
            + (names.isEmpty() ? "; there are none" : "; there are " + String.join(", ", names)));
  }

  @Override
  public void close() {
    for (Model model : models) {
      try {
        model.close();
      } catch (RuntimeException e) {
        LOG.warn("closing {} failed", model.getClass().getName(), e);
      }
    }
  }
}
