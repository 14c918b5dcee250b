/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.worker.FileInput;
import org.pandagraph.aipm.worker.TestFiles;

/** Whether two photos show the same person, over labelled pairs of photos. */
class FacePairsTest {
  private static final double SAME_PERSON = 0.6;

  private record Pair(String a, String b, boolean same) {}

  @Test
  void tellsPeopleApart() throws Exception {
    TestFiles.assumeWorker("src/face.js");
    Path folder = TestFiles.shared("faces");
    List<Pair> pairs =
        Files.readAllLines(folder.resolve("pairs.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(f -> new Pair(f[0], f[1], f[2].equals("Yes")))
            .toList();
    Map<String, float[]> vectors = new TreeMap<>();
    try (FaceModel model = new FaceModel()) {
      ModelDescriptor feature =
          new Catalogue(model.descriptors())
              .extractor("faceFeature", ValueDomain.of("image/jpeg"))
              .orElseThrow();
      TreeSet<String> names = new TreeSet<>();
      pairs.forEach(p -> names.addAll(List.of(p.a, p.b)));
      long millis = 0;
      for (String name : names) {
        FileInput photo = FileInput.of("image/jpeg", folder.resolve(name));
        long begun = System.nanoTime();
        ModelResult result = model.extract(feature, List.of(photo)).get(0);
        millis += (System.nanoTime() - begun) / 1_000_000;
        assertThat(result.value()).as(name + ": " + result.message()).isNotNull();
        vectors.put(name, (float[]) ((List<?>) result.value()).get(0));
      }
      System.out.printf(
          "faces: %d ms a photo, worker %d MiB%n",
          millis / names.size(), model.workers().memoryBytes(10_000) >> 20);
    }

    List<Pair> wrong =
        pairs.stream()
            .filter(
                p ->
                    (FaceModelTest.distance(vectors.get(p.a), vectors.get(p.b)) < SAME_PERSON)
                        != p.same)
            .toList();
    System.out.printf("faces: %d of %d pairs right%n", pairs.size() - wrong.size(), pairs.size());
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(120);
    assertThat(wrong).hasSizeLessThanOrEqualTo(2);
  }
}
