/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that takes one content at a time, and turns whatever a damaged one brings about into that
 * content's fault.
 */
abstract class ContentModel implements Model {
  private static final Logger LOG = LoggerFactory.getLogger(ContentModel.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TimeLimit time;

  ContentModel() {
    this(LIMIT);
  }

  ContentModel(Duration limit) {
    this.time = new TimeLimit(limit);
  }

  /**
   * What one content holds; null where nothing was found.
   *
   * @throws UnreadableContentException where it is not what it should be
   * @throws IOException likewise
   */
  abstract Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException, InterruptedException;

  @Override
  public List<ModelResult> extract(ModelDescriptor extractor, List<ModelInput> inputs)
      throws InterruptedException {
    List<ModelResult> results = new ArrayList<>(inputs.size());
    for (ModelInput input : inputs) {
      results.add(one(extractor, input));
    }
    return results;
  }

  private ModelResult one(ModelDescriptor extractor, ModelInput input) throws InterruptedException {
    if (!input.type().isBlob()) {
      return ModelResult.fault(
          ModelResult.Fault.UNREADABLE_CONTENT,
          "`" + extractor.name() + "` takes a content, not a value of type " + input.type());
    }
    if (input.length() == 0) {
      return ModelResult.fault(ModelResult.Fault.UNREADABLE_CONTENT, "the content is empty");
    }
    try {
      Object value = time.run(extractor.name(), () -> value(extractor, input));
      return value == null ? ModelResult.nothing() : ModelResult.of(value);
    } catch (TimeoutException e) {
      return ModelResult.fault(
          ModelResult.Fault.TIMEOUT, "`" + extractor.name() + "`: " + e.getMessage());
    } catch (ExecutionException e) {
      return fault(extractor, input, e.getCause());
    }
  }

  private static ModelResult fault(ModelDescriptor extractor, ModelInput input, Throwable cause) {
    if (cause instanceof UnreadableContentException unreadable) {
      return ModelResult.fault(unreadable.fault(), unreadable.getMessage());
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return ModelResult.fault(ModelResult.Fault.MODEL_FAILED, "the content is gone");
    }
    if (cause instanceof OutOfMemoryError) {
      return ModelResult.fault(
          ModelResult.Fault.CONTENT_TOO_LARGE,
          "the content needs more memory than the AIPM service has");
    }
    // Readers of foreign formats meet damaged contents with exceptions of any kind.
    LOG.debug("{} of {}", extractor.name(), input.digest(), cause);
    return ModelResult.fault(
        ModelResult.Fault.UNREADABLE_CONTENT,
        "the content is damaged, or no "
            + input.type()
            + (cause.getMessage() == null ? "" : ": " + oneLine(cause.getMessage())));
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }
}
