/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.pandagraph.aipm.client.AipmClient;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.client.Content;
import org.pandagraph.aipm.client.Outcome;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/**
 * An AIPM service in memory, whose models read what is in a picture off its content: {@code "GIF89a
 * faces=1,2 plate=NB666 "} shows two people and a number plate.
 */
public final class FakeAipm implements AipmClient {
  public static final String URL = "http://127.0.0.1:7690";

  private static final ValueDomain IMAGE = ValueDomain.of("image/*");
  private static final ValueDomain STRING = ValueDomain.of("string");
  private static final ValueDomain AUDIO = ValueDomain.of("audio/*");

  public static final ModelDescriptor FACE_FEATURE =
      ModelDescriptor.extractor("faceFeature", "1", IMAGE)
          .resultType("LIST OF LIST OF FLOAT")
          .dimension(2)
          .build();

  private static final Catalogue MODELS =
      new Catalogue(
          List.of(
              FACE_FEATURE,
              ModelDescriptor.extractor("width", "1", IMAGE).resultType("INTEGER").build(),
              ModelDescriptor.extractor("ratio", "1", IMAGE).resultType("FLOAT").build(),
              ModelDescriptor.extractor("exif", "1", IMAGE).resultType("MAP").build(),
              ModelDescriptor.extractor("plateNumber", "1", IMAGE).resultType("STRING").build(),
              ModelDescriptor.extractor("pageCount", "1", ValueDomain.of("application/pdf"))
                  .resultType("INTEGER")
                  .build(),
              ModelDescriptor.comparator("face", "1", IMAGE, IMAGE)
                  .metric(Metric.EUCLIDEAN)
                  .distanceAtHalf(0.6)
                  .defaultThreshold(0.5)
                  .feature("faceFeature")
                  .dimension(2)
                  .set(true)
                  .priority(10)
                  .build(),
              ModelDescriptor.comparator("plate", "1", IMAGE, STRING)
                  .metric(Metric.REGEX)
                  .defaultThreshold(1.0)
                  .feature("plateNumber")
                  .build(),
              ModelDescriptor.comparator("voice", "1", AUDIO, AUDIO)
                  .metric(Metric.SERVICE)
                  .defaultThreshold(0.5)
                  .build()));

  /** Requests that reached the service. */
  public final AtomicInteger calls = new AtomicInteger();

  /** Contents that models were asked about. */
  public final AtomicInteger items = new AtomicInteger();

  private volatile Catalogue catalogue = MODELS;
  private volatile AipmException failure;
  private volatile Function<Content, Object> faceFeature = FakeAipm::faces;

  /** From now on every call fails like this; null: none does. */
  public void failWith(AipmErrorCode code) {
    failure = code == null ? null : new AipmException(code, "the service says " + code);
  }

  /** From now on it offers these models. */
  public void offer(Catalogue models) {
    catalogue = models;
  }

  /** From now on this is what faceFeature gives. */
  public void faceFeatureIs(Function<Content, Object> model) {
    faceFeature = model;
  }

  /** The models it offers at first. */
  public static Catalogue models() {
    return MODELS;
  }

  @Override
  public Catalogue catalogue() {
    requireUp();
    return catalogue;
  }

  @Override
  public List<Outcome<Object>> extract(ModelDescriptor extractor, List<Content> contents) {
    calls.incrementAndGet();
    items.addAndGet(contents.size());
    requireUp();
    List<Outcome<Object>> outcomes = new ArrayList<>();
    for (Content content : contents) {
      try {
        outcomes.add(Outcome.of(extract(extractor.name(), content)));
      } catch (AipmException e) {
        outcomes.add(Outcome.fault(e));
      }
    }
    return outcomes;
  }

  private Object extract(String property, Content content) {
    if (text(content).contains("broken")) {
      throw new AipmException(AipmErrorCode.UNREADABLE_CONTENT, "the picture is truncated");
    }
    switch (property) {
      case "faceFeature":
        return faceFeature.apply(content);
      case "width":
        return 640;
      case "ratio":
        return 2;
      case "exif":
        return Map.of("make", "Acme", "gps", List.of(1, 2.5), "flash", true);
      case "plateNumber":
        return word(content, "plate");
      default:
        throw new AipmException(AipmErrorCode.UNKNOWN_MODEL, property);
    }
  }

  /** The people on a picture, each as the point (number, 0); null where there are none. */
  private static Object faces(Content content) {
    String numbers = word(content, "faces");
    return numbers == null
        ? null
        : Arrays.stream(numbers.split(",")).map(n -> List.of(Double.valueOf(n), 0)).toList();
  }

  private static String word(Content content, String key) {
    return Arrays.stream(text(content).split(" "))
        .filter(w -> w.startsWith(key + "="))
        .map(w -> w.substring(key.length() + 1))
        .findFirst()
        .orElse(null);
  }

  private static String text(Content content) {
    try {
      return new String(content.open().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Outcome<Double>> compare(ModelDescriptor comparator, List<?> left, List<?> right) {
    calls.incrementAndGet();
    items.addAndGet(left.size());
    requireUp();
    List<Outcome<Double>> outcomes = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      String x = word((Content) left.get(i), "voice");
      String y = word((Content) right.get(i), "voice");
      outcomes.add(Outcome.of(x == null || y == null ? null : x.equals(y) ? 0.9 : 0.1));
    }
    return outcomes;
  }

  @Override
  public void close() {}

  private void requireUp() {
    if (failure != null) {
      throw failure;
    }
  }
}
