/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.pandagraph.plugin.semantic.EngineFixture.list;
import static org.pandagraph.plugin.semantic.EngineFixture.plain;
import static org.pandagraph.plugin.semantic.EngineFixture.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Set comparators, features and sub-properties, with a service in memory. */
class PictureOperatorsTest {
  private final EngineFixture f = new EngineFixture();

  @Test
  void facesAreComparedAsSets() {
    AnyValue ann = f.photo("1");
    AnyValue annAndBob = f.photo("1,2");
    AnyValue bobAndCid = f.photo("2,3");
    assertThat(f.eval(ann, "~:", annAndBob)).isEqualTo(true);
    assertThat(f.eval(ann, "~:face", bobAndCid)).isEqualTo(false);
    assertThat(f.eval(annAndBob, ">:", ann)).isEqualTo(true);
    assertThat(f.eval(ann, "<:", bobAndCid)).isEqualTo(false);
    assertThat(f.eval(annAndBob, ">>:", ann)).isEqualTo(true);
    assertThat(f.eval(ann, ">>:", annAndBob)).isEqualTo(false);
    assertThat(f.eval(ann, "<<:", annAndBob)).isEqualTo(true);
    assertThat(f.eval(annAndBob, "::", bobAndCid)).isEqualTo(1.0);
  }

  @Test
  void distanceAtHalfIsSimilarityHalf() {
    assertThat(f.eval(f.photo("1"), "::", f.photo("1.6")))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(0.5, within(1e-6));
  }

  @Test
  void setCompareHasARowForEachFace() {
    assertThat((List<?>) f.eval(f.photo("1,2"), ":::", f.photo("2,3,4"))).hasSize(2);
    assertThat(f.eval(f.photo("1,2"), ":::", f.photo("1,2")).toString())
        .startsWith("[[1.0, 0.26")
        .endsWith(", 1.0]]");
    assertThat((List<?>) f.eval(list(f.photo("1,2"), f.photo("3")), ":::", f.photo("2,3,4")))
        .hasSize(2)
        .allSatisfy(row -> assertThat((List<?>) row).hasSize(3));
  }

  @Test
  void aPictureWithoutFaces() {
    AnyValue nobody = f.photo("");
    AnyValue ann = f.photo("1");
    assertThat(f.eval(nobody, "::", ann)).isNull();
    assertThat(f.eval(nobody, "~:", ann)).isNull();
    assertThat(f.eval(nobody, "!:", ann)).isNull();
    assertThat(f.eval(nobody, ">:", ann)).isEqualTo(false);
    assertThat(f.eval(ann, ">:", nobody)).isNull();
    assertThat(f.eval(ann, ">>:", nobody)).isNull();
    assertThat(f.eval(nobody, ">>:", ann)).isEqualTo(false);
    assertThat(f.eval(nobody, ":::", ann).toString()).isEqualTo("[]");
    assertThat(f.eval(ann, ":::", nobody).toString()).isEqualTo("[[]]");
    assertThat(plain(f.property(nobody, "faceFeature"))).isNull();
  }

  @Test
  void equalContentsAreAlikeWithoutAModel() {
    AnyValue nobody = f.photo("");
    assertThat(f.eval(nobody, "~:", nobody)).isEqualTo(true);
    assertThat(f.eval(nobody, "~:face/1", nobody)).isEqualTo(true);
    assertThat(f.eval(nobody, ">>:", nobody)).isEqualTo(true);
    assertThat(f.eval(list(f.photo("1"), nobody), ">:", nobody)).isEqualTo(true);
    assertThat(f.aipm.items).as("only the other picture").hasValue(2);
    f.aipm.failWith(AipmErrorCode.UNAVAILABLE);
    assertThat(f.eval(nobody, "~:", nobody)).isEqualTo(true);
    assertThat(f.eval(nobody, "~:digest", f.photo("1"))).isEqualTo(false);
  }

  @Test
  void aPlateAsARegularExpressionEitherWayRound() {
    AnyValue car = f.blob("GIF89a plate=XNB6667 ");
    assertThat(f.eval(car, "~:", text(".*NB666.*"))).isEqualTo(true);
    assertThat(f.eval(text(".*NB666.*"), "~:", car)).isEqualTo(true);
    assertThat(f.eval(car, "~:", text("NB666"))).isEqualTo(false);
    assertThat(f.eval(f.photo("1"), "~:", text(".*"))).isNull();
    assertThatThrownBy(() -> f.eval(car, "~:", text("(")))
        .isInstanceOfSatisfying(
            CypherPlusError.class,
            e -> assertThat(e.code()).isEqualTo(PluginErrorCode.INVALID_ARGUMENT));
  }

  @Test
  void theServiceComparesWhereThereIsNoFeature() {
    AnyValue ann = f.blob("RIFFabcdWAVE voice=ann ");
    AnyValue annAgain = f.blob("RIFFabcdWAVE take 2 voice=ann ");
    AnyValue silence = f.blob("RIFFabcdWAVE ");
    assertThat(f.eval(ann, "::", annAgain)).isEqualTo(0.9);
    assertThat(f.eval(ann, "~:", silence)).isNull();
    assertThat(f.eval(list(ann, annAgain), ":::", list(annAgain, ann)).toString())
        .isEqualTo("[[0.9, 0.9], [0.9, 0.9]]");
    assertThat(f.aipm.calls).as("one call a list").hasValue(3);
  }

  @Test
  void listsAreExtractedInOneCallAndKept() {
    AnyValue album = list(f.photo("1"), f.photo("2"), f.photo("3"), f.photo("1"));
    assertThat(f.eval(album, "~:", f.photo("3"))).isEqualTo(true);
    assertThat(f.aipm.calls).hasValue(1);
    assertThat(f.aipm.items).hasValue(3);
    assertThat(f.eval(album, ">:", f.photo("9"))).isEqualTo(false);
    assertThat(f.aipm.items).hasValue(4);
    assertThat(f.metrics.values()).containsEntry("aipmCalls", 2L).containsEntry("comparisons", 2L);
  }

  @Test
  void manyThreadsThatWantTheSameAskOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    f.aipm.faceFeatureIs(
        content -> {
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of(List.of(1.0, 0.0));
        });
    AnyValue photo = f.photo("1");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Object>> results = new java.util.ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> plain(f.property(photo, "faceFeature"))));
      }
      asked.await();
      answer.countDown();
      for (Future<Object> result : results) {
        assertThat(result.get()).isEqualTo(List.of(List.of(1.0, 0.0)));
      }
    } finally {
      threads.shutdown();
    }
    assertThat(f.aipm.items).hasValue(1);
  }

  @Test
  void subProperties() {
    AnyValue photo = f.photo("1");
    assertThat(plain(f.property(photo, "width"))).isEqualTo(640L);
    assertThat(plain(f.property(photo, "ratio"))).isEqualTo(2.0);
    assertThat(plain(f.property(photo, "exif")))
        .isEqualTo(Map.of("make", "Acme", "gps", List.of(1L, 2.5), "flash", true));
    assertThat(plain(f.property(photo, "faceFeature"))).isEqualTo(List.of(List.of(1.0, 0.0)));
    assertThat(plain(f.property(Values.NO_VALUE, "width"))).isNull();
    assertThat(plain(f.property(photo, "mime"))).isEqualTo("image/gif");
    assertThat(plain(f.property(photo, "mime1"))).isEqualTo("image");
    assertThat(plain(f.property(photo, "mime2"))).isEqualTo("gif");
    assertThat(plain(f.property(photo, "length"))).isEqualTo(15L);
    assertThat((String) plain(f.property(photo, "digest"))).matches("[0-9a-f]{64}");
  }

  @Test
  void bytesAreABlobThatStandsForItself() {
    AnyValue bytes = Values.byteArray("GIF89a faces=1 ".getBytes());
    assertThat(f.eval(bytes, "~:", f.photo("1,7"))).isEqualTo(true);
    assertThat(plain(f.property(bytes, "length"))).isEqualTo(15L);
  }

  @Test
  void anOperandThatIsNullMakesNull() {
    for (String operator : List.of("::", ":::", "~:", "!:", ">:", "<:", ">>:", "<<:")) {
      assertThat(f.eval(Values.NO_VALUE, operator, f.photo("1"))).as(operator).isNull();
      assertThat(f.eval(f.photo("1"), operator, Values.NO_VALUE)).as(operator).isNull();
      assertThat(f.eval(Values.NO_VALUE, operator, Values.NO_VALUE)).as(operator).isNull();
    }
  }

  @Test
  void aThresholdAsAParameter() {
    OperatorText like = OperatorText.parse("~:face/$t");
    AnyValue x = f.photo("1");
    AnyValue y = f.photo("2");
    assertThat(plain(f.like(x, y, like, Values.doubleValue(0.2)))).isEqualTo(true);
    assertThat(plain(f.like(x, y, like, Values.longValue(1)))).isEqualTo(false);
    assertThat(plain(f.like(x, y, like, Values.NO_VALUE))).isNull();
  }
}
