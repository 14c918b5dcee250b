/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

class HangingContentTest {
  private static final ModelDescriptor HANGS =
      ModelDescriptor.extractor("hangs", "1", ValueDomain.of("*/*")).build();

  /** Does not heed interruption, as a reader in an endless loop would not. */
  private static final class Hanging extends ContentModel {
    final CountDownLatch gate = new CountDownLatch(1);

    Hanging() {
      super(Duration.ofMillis(5));
    }

    @Override
    public List<ModelDescriptor> descriptors() {
      return List.of(HANGS);
    }

    @Override
    Object value(ModelDescriptor extractor, ModelInput input) {
      while (gate.getCount() > 0) {
        Thread.onSpinWait();
        Thread.yield();
        if (Thread.interrupted()) {
          awaitAnyway();
        }
      }
      return "late";
    }

    private void awaitAnyway() {
      boolean open = false;
      while (!open) {
        try {
          gate.await();
          open = true;
        } catch (InterruptedException e) {
          // on purpose
        }
      }
    }
  }

  @Test
  void comesBackAndDoesNotPileUpThreads(@TempDir Path directory) throws Exception {
    Hanging model = new Hanging();
    try {
      ModelInput input = FileInput.of(directory, new byte[] {1}, "text/plain");
      List<ModelResult> results = model.extract(HANGS, Collections.nCopies(40, input));
      assertThat(results)
          .hasSize(40)
          .allSatisfy(r -> assertThat(r.fault()).isEqualTo(ModelResult.Fault.TIMEOUT));
      assertThat(results.get(0).message()).contains("more than 5 ms");
      assertThat(results.get(39).message()).contains("hang already");
    } finally {
      model.gate.countDown();
    }
  }
}
