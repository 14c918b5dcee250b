/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pandagraph.aipm.sdk.ModelResult.Fault;

/** A request on its way, which may outlive the process it was first sent to. */
final class WorkerJob {
  private static final int MAX_ATTEMPTS = 2;

  final CompletableFuture<WorkerAnswer> answer = new CompletableFuture<>();
  private final String op;
  private final Object options;
  private final List<byte[]> parts;
  private int deaths;

  WorkerJob(String op, Object options, List<byte[]> parts) {
    this.op = op;
    this.options = options;
    this.parts = List.copyOf(parts);
  }

  Frame frame(long id) {
    ObjectNode header = Frame.header("request", id).put("op", op);
    header.set("options", Frame.json(options));
    return new Frame(header, parts);
  }

  /** Whether nobody waits for it any more. */
  boolean abandoned() {
    return answer.isDone();
  }

  void fail(Fault fault, String message) {
    answer.completeExceptionally(new ModelFault(fault, message));
  }

  /** A worker died while it had this at work; says whether another one may try. */
  boolean mayTryAgain() {
    deaths++;
    return deaths < MAX_ATTEMPTS;
  }
}
