/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Metric;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.worker.ModelFault;
import org.pandagraph.aipm.worker.NodeProgram;
import org.pandagraph.aipm.worker.Remembered;
import org.pandagraph.aipm.worker.WorkerPool;
import org.pandagraph.aipm.worker.WorkerSettings;
import org.pandagraph.aipm.worker.picture.PictureDecoder;
import org.pandagraph.aipm.worker.picture.PictureLimits;

/**
 * Number plates: the sub-property {@code plateNumber} of pictures (null where there is none), and
 * the comparator {@code plate} of a picture and a regular expression. Thread-safe.
 *
 * <p>Its worker starts with the first picture that may show a plate. Settings: those of {@link
 * NodeProgram}.
 */
public final class PlateModel implements Model {
  private static final ValueDomain IMAGE = ValueDomain.of("image/*");
  private static final ValueDomain STRING = ValueDomain.of("string");
  private static final PictureLimits LIMITS = new PictureLimits(100_000_000, 2400, 1);
  private static final int REMEMBERED = 1000;
  private static final int HEAP_MEGABYTES = 256;
  private static final double COST_MILLIS = 1000;

  private final WorkerPool workers;
  private final PlateFinder finder;
  private final PictureDecoder pictures = new PictureDecoder(LIMITS);
  private final Remembered<Optional<String>> found;
  private final List<ModelDescriptor> descriptors;

  /** As {@link NodeProgram} finds it. */
  public PlateModel() {
    this(NodeProgram.settings("text", "src/text.js", HEAP_MEGABYTES));
  }

  PlateModel(WorkerSettings settings) {
    workers = new WorkerPool(settings);
    finder = new PlateFinder(workers);
    found = new Remembered<>("plates", settings.processes() + 1, REMEMBERED);
    descriptors = describe(PlateVersion.of(settings.directory()));
  }

  @Override
  public List<ModelDescriptor> descriptors() {
    return descriptors;
  }

  @Override
  public List<ModelResult> extract(ModelDescriptor extractor, List<ModelInput> inputs)
      throws InterruptedException {
    List<CompletableFuture<Optional<String>>> all = new ArrayList<>();
    for (ModelInput input : inputs) {
      all.add(found.get(input.digest(), () -> look(input)));
    }
    List<ModelResult> results = new ArrayList<>();
    for (CompletableFuture<Optional<String>> plate : all) {
      try {
        results.add(Remembered.await(plate).map(ModelResult::of).orElseGet(ModelResult::nothing));
      } catch (ModelFault e) {
        results.add(e.toResult());
      }
    }
    return results;
  }

  @Override
  public void close() {
    found.close();
    workers.close();
  }

  private Optional<String> look(ModelInput input)
      throws ModelFault, IOException, InterruptedException {
    return Optional.ofNullable(finder.find(pictures.decode(input.file()).image()));
  }

  private static List<ModelDescriptor> describe(String version) {
    return List.of(
        ModelDescriptor.extractor("plateNumber", version, IMAGE)
            .resultType("STRING")
            .costMillis(COST_MILLIS)
            .description(
                "The number plate's capital letters and digits, without spaces or hyphens; null"
                    + " where none is found")
            .build(),
        ModelDescriptor.comparator("plate", version, IMAGE, STRING)
            .feature("plateNumber")
            .metric(Metric.REGEX)
            .defaultThreshold(0.5)
            .costMillis(COST_MILLIS)
            .description("Whether the number plate matches a regular expression, as a whole")
            .build());
  }
}
