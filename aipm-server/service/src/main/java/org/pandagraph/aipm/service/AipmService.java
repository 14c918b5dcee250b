/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.service.blob.BlobCache;
import org.pandagraph.aipm.service.call.ModelRegistry;
import org.pandagraph.aipm.service.call.Models;
import org.pandagraph.aipm.service.http.AipmHttp;

/** A running AIPM service. Thread-safe. */
public final class AipmService implements AutoCloseable {
  private final ModelRegistry registry;
  private final BlobCache blobs;
  private final AipmHttp http;
  private final AtomicBoolean closed = new AtomicBoolean();

  private AipmService(ModelRegistry registry, BlobCache blobs, AipmHttp http) {
    this.registry = registry;
    this.blobs = blobs;
    this.http = http;
  }

  /**
   * Starts a service; it owns the models from now on.
   *
   * @throws IOException where the cache directory cannot be used
   * @throws io.javalin.util.JavalinBindException where the port cannot be opened
   */
  public static AipmService start(ServiceConfig config, List<Model> models) throws IOException {
    ModelRegistry registry = new ModelRegistry(models);
    BlobCache blobs =
        new BlobCache(config.cacheDirectory(), config.cacheBytes(), config.maxBlobBytes());
    ServiceMetrics metrics = new ServiceMetrics();
    metrics.gauge(
        "panda_aipm_blob_cache",
        "What the blob cache holds",
        "what",
        Map.of("bytes", blobs::bytes, "contents", blobs::count));
    AipmHttp http =
        new AipmHttp(config, new Models(registry, metrics, config.resultBytes()), blobs, metrics);
    AipmService service = new AipmService(registry, blobs, http);
    try {
      http.start();
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
    return service;
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    http.close();
    registry.close();
    try {
      blobs.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the blob cache cannot be closed", e);
    }
  }
}
