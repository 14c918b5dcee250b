/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pandagraph.plugin.semantic.EngineFixture.list;
import static org.pandagraph.plugin.semantic.EngineFixture.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValue;
import org.neo4j.values.virtual.VirtualValues;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.testing.FakeAipm;

class SemanticErrorsTest {
  private final EngineFixture f = new EngineFixture();

  @Test
  void noComparatorTakesTwoIntegers() {
    assertError(
        () -> f.eval(Values.longValue(1), "::", Values.longValue(2)),
        PluginErrorCode.NO_COMPARATOR,
        "INTEGER and INTEGER",
        "`jaro` (STRING and STRING)",
        "`face` (image/* and image/*)");
  }

  @Test
  void anUnknownAlgorithm() {
    assertError(
        () -> f.eval("a", "::jarro", "b"),
        PluginErrorCode.UNKNOWN_ALGORITHM,
        "`jarro`",
        "did you mean `jaro`?",
        "for STRING and STRING there are `cosine`, `jaccard`, `jaro`, `levenshtein`");
  }

  @Test
  void anAlgorithmForOtherTypes() {
    assertError(
        () -> f.eval(f.photo("1"), "::jaro", f.photo("2")),
        PluginErrorCode.NO_COMPARATOR,
        "`jaro` does not take image/gif and image/gif",
        "`digest`, `face`");
  }

  @Test
  void anUnknownSubProperty() {
    assertError(
        () -> f.property(f.photo("1"), "widht"),
        PluginErrorCode.UNKNOWN_SUB_PROPERTY,
        "`widht` of image/gif",
        "did you mean `width`?",
        "`digest`, `exif`, `faceFeature`, `length`, `mime`, `mime1`, `mime2`, `plateNumber`");
    assertError(
        () -> f.property(f.photo("1"), "pageCount"),
        PluginErrorCode.UNKNOWN_SUB_PROPERTY,
        "only of application/pdf");
  }

  @Test
  void aSubPropertyOfWhatIsNoBlob() {
    assertError(
        () -> f.property(Values.longValue(1), "width"), PluginErrorCode.WRONG_TYPE, "INTEGER");
    assertError(
        () -> f.property(list(f.photo("1")), "width"),
        PluginErrorCode.WRONG_TYPE,
        "LIST",
        "[b IN blobs | b->width]");
    assertError(() -> f.property(text("abc"), "width"), PluginErrorCode.WRONG_TYPE, "STRING");
    assertError(
        () -> f.property(VirtualValues.node(1), "width"),
        PluginErrorCode.WRONG_TYPE,
        "NODE",
        "`n.photo->width`");
  }

  @Test
  void aThresholdOutsideItsRange() {
    OperatorText operator = OperatorText.parse("~:/$t");
    for (Object bad : List.of(1.5, -0.1, Double.NaN, 2)) {
      assertError(
          () -> f.like(text("a"), text("a"), operator, Values.of(bad)),
          PluginErrorCode.BAD_THRESHOLD,
          "from 0 to 1, not " + bad);
    }
    assertError(
        () -> f.like(text("a"), text("a"), operator, text("x")),
        PluginErrorCode.BAD_THRESHOLD,
        "STRING");
  }

  @Test
  void aServiceThatIsDownIsNamedAndNeverGivesNull() {
    f.aipm.failWith(AipmErrorCode.UNAVAILABLE);
    assertError(
        () -> f.eval(f.photo("1"), "~:", f.photo("2")),
        PluginErrorCode.SERVICE_UNAVAILABLE,
        "image/gif and image/gif",
        FakeAipm.URL);
    assertError(
        () -> f.property(f.photo("1"), "width"),
        PluginErrorCode.SERVICE_UNAVAILABLE,
        "`width` of image/gif",
        FakeAipm.URL);
    assertError(
        () -> f.eval(Values.longValue(1), "::", Values.longValue(2)),
        PluginErrorCode.SERVICE_UNAVAILABLE,
        "INTEGER and INTEGER",
        FakeAipm.URL);
    assertThat(EngineFixture.plain(f.property(f.photo("1"), "mime"))).isEqualTo("image/gif");
  }

  @Test
  void everyFaultKeepsItsKind() {
    f.eval(f.photo("1"), "~:", f.photo("2"));
    for (AipmErrorCode code : AipmErrorCode.values()) {
      f.aipm.failWith(code);
      assertThatThrownBy(() -> f.eval(f.photo("1"), "~:", f.photo("3")))
          .isInstanceOfSatisfying(
              CypherPlusError.class,
              e ->
                  assertThat(e.code().fault().name())
                      .as(code.name())
                      .isEqualTo(code.fault().name()));
    }
  }

  @Test
  void aBrokenPictureIsItsOwnFaultAndIsNotKept() {
    assertError(
        () -> f.eval(list(f.photo("1"), f.blob("GIF89a broken ")), "~:", f.photo("3")),
        PluginErrorCode.CONTENT_UNREADABLE,
        "truncated");
    int items = f.aipm.items.get();
    assertThat(f.eval(f.photo("1"), "~:", f.photo("3"))).isEqualTo(false);
    assertThat(f.aipm.items).as("the good ones were kept").hasValue(items);
  }

  @Test
  void garbageFromAModelIsNoValue() {
    f.aipm.faceFeatureIs(c -> List.of(List.of(1.0)));
    assertError(
        () -> f.eval(f.photo("1"), "~:", f.photo("2")),
        PluginErrorCode.SERVICE_FAILED,
        "`faceFeature`",
        "dimension 2, not of 1");
    f.aipm.faceFeatureIs(c -> "text");
    assertError(
        () -> f.property(f.photo("1"), "faceFeature"),
        PluginErrorCode.SERVICE_FAILED,
        "expected a vector");
    f.aipm.faceFeatureIs(c -> List.of(List.of(Double.NaN, 0)));
    assertError(
        () -> f.property(f.photo("1"), "faceFeature"), PluginErrorCode.SERVICE_FAILED, "numbers");
  }

  @Test
  void anErrorIsTheAnswerOnlyOfWhoWaitedForIt() {
    // Often: an answer that lingered for a moment would be found by the next question.
    for (int i = 0; i < 2_000; i++) {
      String photo = "photo " + i;
      f.aipm.faceFeatureIs(c -> "text");
      assertError(
          () -> f.property(f.photo(photo), "faceFeature"),
          PluginErrorCode.SERVICE_FAILED,
          "expected a vector");
      f.aipm.faceFeatureIs(c -> List.of(List.of(1.0, 0.0)));
      assertThat(f.property(f.photo(photo), "faceFeature")).isInstanceOf(ListValue.class);
    }
  }

  @Test
  void aComparatorByAFeatureNobodyExtracts() {
    f.aipm.offer(
        new Catalogue(
            List.of(
                ModelDescriptor.comparator(
                        "face", "1", ValueDomain.of("image/*"), ValueDomain.of("image/*"))
                    .metric(Metric.COSINE)
                    .feature("absent")
                    .defaultThreshold(0.5)
                    .build())));
    assertError(
        () -> f.eval(f.photo("1"), "~:", f.photo("2")), PluginErrorCode.SERVICE_FAILED, "`absent`");
  }

  @Test
  void moreThanCanBeCompared() {
    AnyValue[] many = new AnyValue[501];
    Arrays.fill(many, text("a"));
    assertError(
        () -> f.eval(list(many), "~:", list(many)),
        PluginErrorCode.INVALID_ARGUMENT,
        "at most 250000 pairs",
        "251001");
  }

  @Test
  void aStoreThatIsDown() {
    AnyValue photo = f.photo("1");
    f.store.goDown();
    assertError(
        () -> f.property(photo, "faceFeature"), PluginErrorCode.SERVICE_UNAVAILABLE, "blob store");
    AnyValue bytes = Values.byteArray("GIF89a ".getBytes(StandardCharsets.UTF_8));
    assertThat(EngineFixture.plain(f.property(bytes, "width"))).isEqualTo(640L);
  }

  private static void assertError(ThrowingCallable call, PluginErrorCode code, String... messages) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CypherPlusError.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
        .hasMessageContainingAll(messages);
  }
}
