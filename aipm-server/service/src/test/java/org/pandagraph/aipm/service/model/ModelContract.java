/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ModelKind;
import org.pandagraph.aipm.wire.WireJson;

/** What every model that extracts something of contents must keep to. */
public abstract class ModelContract {
  @TempDir protected Path directory;
  private Model opened;

  /** A new model. */
  protected abstract Model create();

  /** A content it finds something in, under any of its extractors, of a type it takes. */
  protected abstract ModelInput good() throws IOException;

  @AfterEach
  void closeModel() {
    if (opened != null) {
      opened.close();
    }
  }

  private Model model() {
    if (opened == null) {
      opened = create();
    }
    return opened;
  }

  private List<ModelDescriptor> extractors() {
    return model().descriptors().stream().filter(d -> d.kind() == ModelKind.EXTRACTOR).toList();
  }

  private ModelInput content(byte[] bytes) throws IOException {
    return FileInput.of(directory, bytes, good().type().name());
  }

  private List<ModelInput> badContents() throws IOException {
    byte[] good = good().bytes();
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println(getClass().getSimpleName() + ": -Dtests.seed=" + seed);
    Random random = new Random(seed);
    List<ModelInput> bad = new ArrayList<>();
    bad.add(content(new byte[0]));
    bad.add(content("this is a text, whatever its type says".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 6; i++) {
      bad.add(content(java.util.Arrays.copyOf(good, random.nextInt(good.length))));
      byte[] flipped = good.clone();
      for (int k = 0; k < 1 + good.length / 200; k++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      bad.add(content(flipped));
    }
    byte[] noise = new byte[5_000];
    random.nextBytes(noise);
    bad.add(content(noise));
    return bad;
  }

  @Test
  void itsDescriptorsMakeACatalogue() {
    assertThatCode(() -> new Catalogue(model().descriptors())).doesNotThrowAnyException();
    assertThat(model().descriptors()).isNotEmpty().isEqualTo(model().descriptors());
    assertThat(model().descriptors())
        .allSatisfy(d -> assertThat(d.description()).as(d.name()).isNotBlank());
  }

  @Test
  void givesOneResultForEachInputInTheirOrder() throws Exception {
    for (ModelDescriptor extractor : extractors()) {
      ModelInput empty = content(new byte[0]);
      List<ModelResult> results = model().extract(extractor, List.of(good(), empty, good(), empty));
      assertThat(results).hasSize(4);
      assertThat(results.get(0).fault()).as(extractor.name()).isNull();
      assertThat(results.get(2).fault()).as(extractor.name()).isNull();
      assertThat(results.get(1).fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
      assertThat(results.get(3).message()).isNotBlank();
      assertThat(model().extract(extractor, List.of())).isEmpty();
    }
  }

  @Test
  void faultsAreNoExceptions() throws Exception {
    List<ModelInput> bad = badContents();
    for (ModelDescriptor extractor : extractors()) {
      List<ModelResult> results = model().extract(extractor, bad);
      assertThat(results).hasSize(bad.size()).doesNotContainNull();
      assertThat(results.stream().filter(r -> r.fault() != null).toList())
          .allSatisfy(r -> assertThat(r.message()).isNotBlank().hasSizeLessThan(500));
    }
  }

  @Test
  void resultsAreJson() throws Exception {
    for (ModelDescriptor extractor : extractors()) {
      Object value = model().extract(extractor, List.of(good())).get(0).value();
      String json = WireJson.mapper().writeValueAsString(value);
      assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
      if (extractor.dimension() != null && value instanceof float[] vector) {
        assertThat(vector).hasSize(extractor.dimension());
      }
    }
  }

  @Test
  void mayBeAskedByManyAtOnce() throws Exception {
    List<ModelDescriptor> extractors = extractors();
    List<String> expected = new ArrayList<>();
    for (ModelDescriptor e : extractors) {
      expected.add(json(e));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 8 * extractors.size(); i++) {
        ModelDescriptor e = extractors.get(i % extractors.size());
        calls.add(() -> json(e));
      }
      List<Future<String>> answers = threads.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(expected.get(i % expected.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private String json(ModelDescriptor extractor) throws Exception {
    return WireJson.mapper()
        .writeValueAsString(model().extract(extractor, List.of(good())).get(0).value());
  }
}
