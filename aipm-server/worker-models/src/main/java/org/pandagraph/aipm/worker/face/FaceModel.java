/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.worker.ModelFault;
import org.pandagraph.aipm.worker.NodeProgram;
import org.pandagraph.aipm.worker.Remembered;
import org.pandagraph.aipm.worker.WorkerPool;
import org.pandagraph.aipm.worker.WorkerSettings;
import org.pandagraph.aipm.worker.picture.PagePictures;
import org.pandagraph.aipm.worker.picture.Picture;
import org.pandagraph.aipm.worker.picture.PictureDecoder;
import org.pandagraph.aipm.worker.picture.PictureLimits;

/**
 * Faces: the sub-properties {@code faces}, {@code faceFeature} and {@code faceCount} of pictures
 * and PDF documents, and the comparator {@code face}. Thread-safe.
 *
 * <p>Each content is looked at once, whichever of its sub-properties are asked for. Settings, as
 * system properties: {@code panda.face.processes} (worker processes, at least 1; default half of
 * the processors), and those of {@link NodeProgram}.
 */
public final class FaceModel implements Model {
  private static final PictureLimits LIMITS = new PictureLimits(100_000_000, 1600, 50);
  private static final int REMEMBERED = 1000;
  private static final int HEAP_MEGABYTES = 512;

  private final WorkerPool workers;
  private final FaceFinder finder;
  private final Remembered<List<Face>> found;
  private final PictureDecoder pictures;
  private final PagePictures pages;
  private final List<ModelDescriptor> descriptors;

  /** As {@link NodeProgram} finds it; the worker starts in the background. */
  public FaceModel() {
    this(
        NodeProgram.settings("face", "src/face.js", HEAP_MEGABYTES)
            .withProcesses(
                Integer.getInteger(
                    "panda.face.processes", Runtime.getRuntime().availableProcessors() / 2)),
        LIMITS);
  }

  FaceModel(WorkerSettings settings, PictureLimits limits) {
    workers = new WorkerPool(settings);
    finder = new FaceFinder(workers);
    pictures = new PictureDecoder(limits);
    pages = new PagePictures(limits);
    found = new Remembered<>("faces", settings.processes() + 1, REMEMBERED);
    descriptors = FaceDescriptors.of(FaceVersion.of(settings.directory()));
    // Whoever waits for faces should not wait for the networks to load, too.
    workers.start();
  }

  @Override
  public List<ModelDescriptor> descriptors() {
    return descriptors;
  }

  @Override
  public List<ModelResult> extract(ModelDescriptor extractor, List<ModelInput> inputs)
      throws InterruptedException {
    Function<List<Face>, ModelResult> view = FaceDescriptors.view(extractor.name());
    List<CompletableFuture<List<Face>>> all = new ArrayList<>();
    for (ModelInput input : inputs) {
      all.add(found.get(input.digest(), () -> look(input)));
    }
    List<ModelResult> results = new ArrayList<>();
    for (CompletableFuture<List<Face>> faces : all) {
      try {
        results.add(view.apply(Remembered.await(faces)));
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

  /** The workers, to see how they do. */
  WorkerPool workers() {
    return workers;
  }

  private List<Face> look(ModelInput input) throws ModelFault, IOException, InterruptedException {
    List<Face> faces = new ArrayList<>();
    if (input.type().equals(FaceDescriptors.PDF)) {
      pages.read(input.file(), picture -> faces.addAll(look(picture)));
    } else {
      faces.addAll(look(pictures.decode(input.file())));
    }
    // Largest first, and the order of equal ones must not depend on chance.
    faces.sort(
        Comparator.<Face>comparingLong(f -> f.box().area())
            .reversed()
            .thenComparingInt(Face::page)
            .thenComparingInt(f -> f.box().x())
            .thenComparingInt(f -> f.box().y()));
    return List.copyOf(faces);
  }

  private List<Face> look(Picture picture) throws ModelFault, InterruptedException {
    return FaceFinder.read(picture, WorkerPool.await(finder.ask(picture)));
  }
}
