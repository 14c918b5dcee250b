/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends contents that the service lacks, a few at a time. Thread-safe. */
final class Uploads {
  /** A slower line than this is taken for a hanging one. */
  private static final long MIN_BYTES_A_MILLI = 512;

  private final Exchange exchange;
  private final AipmClientConfig config;
  private final ThreadPoolExecutor executor;

  Uploads(Exchange exchange, AipmClientConfig config) {
    this.exchange = exchange;
    this.config = config;
    this.executor =
        new ThreadPoolExecutor(
            config.maxUploads(),
            config.maxUploads(),
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "aipm-upload");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  /**
   * Uploads each content once.
   *
   * @return by digest, why a content could not be uploaded, where that is the content's own fault
   * @throws AipmException where it is the service's
   */
  Map<String, AipmException> send(Collection<Content> contents) {
    Map<String, Future<AipmException>> running = new LinkedHashMap<>();
    for (Content content : contents) {
      running.computeIfAbsent(content.digest(), d -> executor.submit(() -> send(content)));
    }
    Map<String, AipmException> faults = new HashMap<>();
    try {
      for (Map.Entry<String, Future<AipmException>> upload : running.entrySet()) {
        AipmException fault = upload.getValue().get();
        if (fault != null) {
          faults.put(upload.getKey(), fault);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AipmException(
          AipmErrorCode.UNAVAILABLE, "stopped while sending contents to the AIPM service", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AipmException) {
        AipmException cause = (AipmException) e.getCause();
        throw new AipmException(cause.code(), cause.getMessage(), cause);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      running.values().forEach(f -> f.cancel(true));
    }
    return faults;
  }

  void close() {
    executor.shutdownNow();
  }

  private AipmException send(Content content) {
    ContentBody body = new ContentBody(content);
    Duration timeout = config.timeout().plusMillis(content.length() / MIN_BYTES_A_MILLI);
    try {
      exchange.put(body, timeout, "v1", "blobs", content.digest());
      return null;
    } catch (AipmException e) {
      if (body.failure() != null) {
        return new AipmException(
            AipmErrorCode.UNREADABLE_CONTENT,
            "the content with digest "
                + content.digest()
                + " cannot be read: "
                + body.failure().getMessage(),
            body.failure());
      }
      if (e.code().fault() == AipmErrorCode.Fault.USER) {
        return e;
      }
      throw e;
    }
  }
}
