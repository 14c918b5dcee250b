/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One line of the catalogue. Immutable.
 *
 * <p>For an extractor {@link #name()} is the sub-property it gives, and there is one domain. For a
 * comparator it is the algorithm's name, and there are two domains. A comparator with a {@link
 * #feature()} needs no service to compare: extract that sub-property of both sides (of the blob
 * sides only, for {@link Metric#REGEX}), then take {@link #metric()}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class ModelDescriptor {
  @JsonProperty private String name;
  @JsonProperty private String version;
  @JsonProperty private ModelKind kind;
  @JsonProperty private List<ValueDomain> domains;
  @JsonProperty private String resultType;
  @JsonProperty private Integer dimension;
  @JsonProperty private Metric metric;
  @JsonProperty private Double distanceAtHalf;
  @JsonProperty private Double defaultThreshold;
  @JsonProperty private String feature;
  @JsonProperty private boolean set;
  @JsonProperty private int priority;
  @JsonProperty private Double costMillis;
  @JsonProperty private String description;

  private ModelDescriptor() {}

  /** Starts the description of an extractor of a sub-property. */
  public static Builder extractor(String name, String version, ValueDomain domain) {
    return new Builder(name, version, ModelKind.EXTRACTOR, List.of(domain));
  }

  /** Starts the description of a comparator. */
  public static Builder comparator(
      String name, String version, ValueDomain left, ValueDomain right) {
    return new Builder(name, version, ModelKind.COMPARATOR, List.of(left, right));
  }

  public String name() {
    return name;
  }

  /** Changes whenever results may: cached results are kept by it. */
  public String version() {
    return version;
  }

  public ModelKind kind() {
    return kind;
  }

  /** One for an extractor, two for a comparator. */
  public List<ValueDomain> domains() {
    return domains;
  }

  /** The Cypher type of an extractor's result, such as {@code INTEGER} or {@code LIST OF MAP}. */
  public String resultType() {
    return resultType;
  }

  /** Dimension of the vectors it gives; null where it gives none. */
  public Integer dimension() {
    return dimension;
  }

  /** Null for an extractor. */
  public Metric metric() {
    return metric;
  }

  /** See {@link Metric#EUCLIDEAN}; null for other metrics. */
  public Double distanceAtHalf() {
    return distanceAtHalf;
  }

  /** In [0,1]; null for an extractor. */
  public Double defaultThreshold() {
    return defaultThreshold;
  }

  /** The sub-property that both sides are compared by; null where the service compares. */
  public String feature() {
    return feature;
  }

  /** Whether its feature is a list of features, one for each element found (faces in a photo). */
  public boolean isSet() {
    return set;
  }

  /** Among models that fit equally well the one with the highest is taken. */
  public int priority() {
    return priority;
  }

  /** Measured median cost of one value in milliseconds; null before anything was measured. */
  public Double costMillis() {
    return costMillis;
  }

  /** One sentence for people. */
  public String description() {
    return description;
  }

  /** A builder that starts with everything this descriptor says. */
  public Builder toBuilder() {
    Builder b = new Builder(name, version, kind, domains);
    return b.resultType(resultType)
        .dimension(dimension)
        .metric(metric)
        .distanceAtHalf(distanceAtHalf)
        .defaultThreshold(defaultThreshold)
        .feature(feature)
        .set(set)
        .priority(priority)
        .costMillis(costMillis)
        .description(description);
  }

  @Override
  public String toString() {
    return kind + " " + name + " " + version + " " + domains;
  }

  /** Builds a descriptor; not thread-safe. */
  public static final class Builder {
    private final ModelDescriptor d = new ModelDescriptor();

    private Builder(String name, String version, ModelKind kind, List<ValueDomain> domains) {
      d.name = name;
      d.version = version;
      d.kind = kind;
      d.domains = List.copyOf(domains);
    }

    public Builder resultType(String v) {
      d.resultType = v;
      return this;
    }

    public Builder dimension(Integer v) {
      d.dimension = v;
      return this;
    }

    public Builder metric(Metric v) {
      d.metric = v;
      return this;
    }

    public Builder distanceAtHalf(Double v) {
      d.distanceAtHalf = v;
      return this;
    }

    public Builder defaultThreshold(Double v) {
      d.defaultThreshold = v;
      return this;
    }

    public Builder feature(String v) {
      d.feature = v;
      return this;
    }

    public Builder set(boolean v) {
      d.set = v;
      return this;
    }

    public Builder priority(int v) {
      d.priority = v;
      return this;
    }

    public Builder costMillis(Double v) {
      d.costMillis = v;
      return this;
    }

    public Builder description(String v) {
      d.description = v;
      return this;
    }

    /** The descriptor; the builder must not be used afterwards. */
    public ModelDescriptor build() {
      return d;
    }
  }
}
