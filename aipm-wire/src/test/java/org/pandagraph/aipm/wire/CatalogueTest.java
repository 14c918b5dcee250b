/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final ValueDomain STRING = ValueDomain.of("string");
  private static final ValueDomain PNG = ValueDomain.of("image/png");

  private static ModelDescriptor comparator(String name, String left, String right, int priority) {
    return ModelDescriptor.comparator(name, "1", ValueDomain.of(left), ValueDomain.of(right))
        .metric(Metric.SERVICE)
        .defaultThreshold(0.5)
        .priority(priority)
        .build();
  }

  private static ModelDescriptor extractor(String name, String domain) {
    return ModelDescriptor.extractor(name, "1", ValueDomain.of(domain)).build();
  }

  private final List<ModelDescriptor> models =
      List.of(
          comparator("digest", "*/*", "*/*", -100),
          comparator("visual", "image/*", "image/*", 10),
          comparator("face", "image/*", "image/*", 100),
          comparator("plate", "image/*", "string", 50),
          comparator("pixel", "image/png", "image/png", -5),
          comparator("b", "string", "string", 1),
          comparator("a", "string", "string", 1),
          extractor("text", "application/pdf"),
          extractor("text", "*/*"),
          extractor("width", "image/*"));

  private Catalogue shuffled(long seed) {
    List<ModelDescriptor> copy = new ArrayList<>(models);
    Collections.shuffle(copy, new Random(seed));
    return new Catalogue(copy);
  }

  @Test
  void choosesByTypesThenPriorityThenNameAndNeverByOrder() {
    ValueDomain jpeg = ValueDomain.of("image/jpeg");
    for (long seed = 0; seed < 50; seed++) {
      Catalogue c = shuffled(seed);
      assertThat(c.comparator(null, jpeg, jpeg).orElseThrow().name()).isEqualTo("face");
      assertThat(c.comparator(null, PNG, PNG).orElseThrow().name()).isEqualTo("pixel");
      assertThat(c.comparator(null, jpeg, PNG).orElseThrow().name()).isEqualTo("face");
      assertThat(c.comparator(null, STRING, STRING).orElseThrow().name()).isEqualTo("a");
      assertThat(c.comparator("b", STRING, STRING).orElseThrow().name()).isEqualTo("b");
      assertThat(c.comparator(null, PNG, ValueDomain.of("audio/wav")).orElseThrow().name())
          .isEqualTo("digest");
      assertThat(c.extractor("text", ValueDomain.of("application/pdf")).orElseThrow().domains())
          .containsExactly(ValueDomain.of("application/pdf"));
    }
  }

  @Test
  void theOrderOfTheTypesIsTheCallersMatter() {
    Catalogue c = shuffled(1);
    assertThat(c.comparator(null, PNG, STRING).orElseThrow().name()).isEqualTo("plate");
    assertThat(c.comparator(null, STRING, PNG)).isEmpty();
    assertThat(c.algorithmNames(STRING, PNG)).containsExactly("plate");
  }

  @Test
  void knowsItsNames() {
    Catalogue c = shuffled(2);
    assertThat(c.propertyNames(PNG)).containsExactly("text", "width");
    assertThat(c.propertyNames(STRING)).isEmpty();
    assertThat(c.propertyNames(null)).containsExactly("text", "width");
    assertThat(c.algorithmNames(STRING, STRING)).containsExactly("a", "b");
    assertThat(c.comparator(null, ValueDomain.of("integer"), ValueDomain.of("integer"))).isEmpty();
  }

  @Test
  void plusKeepsItsOwn() {
    Catalogue mine = new Catalogue(List.of(comparator("a", "string", "string", 7)));
    Catalogue both = mine.plus(shuffled(3));
    assertThat(both.models()).hasSize(models.size());
    assertThat(both.comparator("a", STRING, STRING).orElseThrow().priority()).isEqualTo(7);
  }

  @Test
  void survivesTheWire() throws Exception {
    Catalogue c = shuffled(4);
    String json = WireJson.mapper().writeValueAsString(c);
    Catalogue read = WireJson.mapper().readValue(json, Catalogue.class);
    assertThat(WireJson.mapper().writeValueAsString(read)).isEqualTo(json);
    assertThat(read.models()).hasSize(models.size());
  }

  @Test
  void refusesWhatNobodyCouldUse() {
    String json =
        """
        {"models":[{"name":"face","version":"1","kind":"COMPARATOR",
          "domains":["image/*","image/*"],"metric":"EUCLIDEAN","feature":"faceFeature",
          "defaultThreshold":1.5,"distanceAtHalf":0.6}]}""";
    assertThatThrownBy(() -> WireJson.mapper().readValue(json, Catalogue.class))
        .hasMessageContaining("face")
        .hasMessageContaining("default threshold in [0,1]");
    assertThatThrownBy(
            () ->
                WireJson.mapper()
                    .readValue(
                        json.replace("1.5", "0.5")
                            .replace("\"image/*\",\"image/*\"", "\"image/*\""),
                        Catalogue.class))
        .hasMessageContaining("2 domains");
    assertThatThrownBy(() -> WireJson.mapper().readValue("{}", Catalogue.class))
        .hasMessageContaining("models");
  }
}
