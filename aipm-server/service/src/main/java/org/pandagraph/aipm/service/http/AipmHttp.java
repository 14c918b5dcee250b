/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.pandagraph.aipm.service.ServiceConfig;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.ServiceMetrics;
import org.pandagraph.aipm.service.blob.BlobCache;
import org.pandagraph.aipm.service.call.InputScope;
import org.pandagraph.aipm.service.call.Models;
import org.pandagraph.aipm.service.similarity.Operator;
import org.pandagraph.aipm.service.similarity.OperatorEvaluation;
import org.pandagraph.aipm.wire.BatchAnswer;
import org.pandagraph.aipm.wire.CompareRequest;
import org.pandagraph.aipm.wire.ExtractRequest;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.OperatorRequest;
import org.pandagraph.aipm.wire.Priority;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireFault;
import org.pandagraph.aipm.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The protocol's paths. Thread-safe once started. */
public final class AipmHttp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AipmHttp.class);
  private static final int MAX_UPLOADS = 16;
  private static final int IDLE_MILLIS = 30_000;

  private final ServiceConfig config;
  private final Models models;
  private final BlobCache blobs;
  private final ServiceMetrics metrics;
  private final OperatorEvaluation operators;
  private final Lanes lanes;
  private final Access access;
  private final Semaphore uploads = new Semaphore(MAX_UPLOADS);
  private final Javalin javalin;

  /** Wires the paths; {@link #start()} opens the port. */
  public AipmHttp(ServiceConfig config, Models models, BlobCache blobs, ServiceMetrics metrics) {
    this.config = config;
    this.models = models;
    this.blobs = blobs;
    this.metrics = metrics;
    this.operators = new OperatorEvaluation(models);
    this.lanes = new Lanes(config.threads(), config.queue(), metrics);
    this.access = new Access(config.token());
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig javalinConfig) {
    javalinConfig.startup.showJavalinBanner = false;
    javalinConfig.startup.showOldJavalinVersionWarning = false;
    javalinConfig.startup.startupWatcherEnabled = false;
    javalinConfig.jetty.threadPool = new QueuedThreadPool(64, 8);
    javalinConfig.jetty.addConnector(
        (server, http) -> {
          http.setSendServerVersion(false);
          ServerConnector connector =
              new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
          connector.setHost(config.host());
          connector.setPort(config.port());
          connector.setIdleTimeout(IDLE_MILLIS);
          return connector;
        });
    javalinConfig.routes.before(access::check);
    javalinConfig.routes.get("/v1/health", this::health);
    javalinConfig.routes.get("/v1/catalogue", this::catalogue);
    javalinConfig.routes.get("/metrics", this::scrape);
    javalinConfig.routes.put("/v1/blobs/{digest}", this::upload);
    javalinConfig.routes.post("/v1/extract/{property}", this::extract);
    javalinConfig.routes.post("/v1/compare/{algorithm}", this::compare);
    javalinConfig.routes.post("/v1/operators/{operator}", this::operate);
    javalinConfig.routes.exception(ServiceException.class, (e, c) -> refuse(c, e));
    javalinConfig.routes.exception(HttpResponseException.class, AipmHttp::noSuchPath);
    javalinConfig.routes.exception(Exception.class, (e, c) -> defect(c, e));
    javalinConfig.requestLogger.http(this::note);
  }

  /** Opens the port and answers. */
  public void start() {
    javalin.start();
  }

  /** The port that was opened. */
  public int port() {
    return javalin.port();
  }

  private void note(Context context, float millis) {
    String route =
        context.endpoints().lastHttpEndpoint() == null
            ? "none"
            : context.endpoints().lastHttpEndpoint().path;
    metrics.request(route, context.statusCode(), millis / 1e3);
  }

  private void health(Context context) {
    json(
        context,
        Map.of(
            "status",
            "up",
            "protocol",
            1,
            "models",
            models.registry().catalogue().models().size()));
  }

  private void catalogue(Context context) {
    json(context, models.registry().measuredCatalogue());
  }

  private void scrape(Context context) throws IOException {
    context.contentType(ServiceMetrics.CONTENT_TYPE).result(metrics.scrape());
  }

  private void upload(Context context) throws IOException {
    checkLength(context, config.maxBlobBytes(), "--max-blob-bytes");
    if (!uploads.tryAcquire()) {
      throw new ServiceException(
          WireErrorCode.OVERLOADED, MAX_UPLOADS + " uploads are running; try again later");
    }
    try (BoundedBody body =
        new BoundedBody(context.bodyInputStream(), config.maxBlobBytes(), "--max-blob-bytes")) {
      blobs.put(context.pathParam("digest"), body);
      context.status(204);
    } finally {
      uploads.release();
    }
  }

  private void extract(Context context) throws IOException {
    String property = context.pathParam("property");
    ExtractRequest request = read(context, ExtractRequest.class);
    checkBatch(request.inputs().size());
    answer(
        context,
        request.priority(),
        scope -> models.extract(property, request.version(), request.inputs(), scope));
  }

  private void compare(Context context) throws IOException {
    String algorithm = context.pathParam("algorithm");
    CompareRequest request = read(context, CompareRequest.class);
    checkBatch(request.left().size());
    answer(context, request.priority(), scope -> operators.compare(algorithm, request, scope));
  }

  private void operate(Context context) throws IOException {
    Operator operator = Operator.of(context.pathParam("operator"));
    OperatorRequest request = read(context, OperatorRequest.class);
    checkBatch(request.left().size());
    answer(context, request.priority(), scope -> operators.evaluate(operator, request, scope));
  }

  private void answer(
      Context context, Priority priority, Function<InputScope, List<ItemResult>> work) {
    context.future(
        () ->
            lanes
                .run(
                    priority,
                    () -> {
                      try (InputScope scope = new InputScope(blobs)) {
                        return bytes(new BatchAnswer(work.apply(scope)));
                      }
                    })
                .handle(
                    (answer, problem) -> {
                      if (problem == null) {
                        context.contentType("application/json").result(answer);
                      } else {
                        fail(context, problem);
                      }
                      return null;
                    }));
  }

  private static void fail(Context context, Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    if (cause instanceof ServiceException refusal) {
      refuse(context, refusal);
    } else {
      defect(context, cause);
    }
  }

  private <T> T read(Context context, Class<T> type) throws IOException {
    String contentType = context.contentType();
    if (contentType == null || !contentType.startsWith("application/json")) {
      throw new ServiceException(
          WireErrorCode.BAD_REQUEST, "send the body as `Content-Type: application/json`");
    }
    checkLength(context, config.maxBodyBytes(), "--max-body-bytes");
    try (BoundedBody body =
        new BoundedBody(context.bodyInputStream(), config.maxBodyBytes(), "--max-body-bytes")) {
      return WireJson.mapper().readValue(body.readAllBytes(), type);
    } catch (JsonProcessingException e) {
      throw new ServiceException(
          WireErrorCode.BAD_REQUEST, "the body is not as it should be: " + WireJson.explain(e), e);
    }
  }

  private static void checkLength(Context context, long max, String option) {
    long length = context.req().getContentLengthLong();
    if (length > max) {
      throw new ServiceException(
          WireErrorCode.CONTENT_TOO_LARGE,
          "the body may have " + max + " bytes (" + option + "), not " + length);
    }
  }

  private void checkBatch(int count) {
    if (count > config.maxBatch()) {
      throw new ServiceException(
          WireErrorCode.CONTENT_TOO_LARGE,
          "a request may have " + config.maxBatch() + " items (--max-batch), not " + count);
    }
  }

  private static void refuse(Context context, ServiceException e) {
    context.status(e.code().status());
    if (e.code() == WireErrorCode.UNAUTHORIZED) {
      context.header("WWW-Authenticate", "Bearer");
    }
    json(context, new WireFault(e.code(), e.getMessage()));
  }

  private static void noSuchPath(HttpResponseException e, Context context) {
    context.status(e.getStatus());
    json(
        context,
        new WireFault(
            e.getStatus() == 404 ? WireErrorCode.NOT_FOUND : WireErrorCode.BAD_REQUEST,
            e.getStatus() == 404
                ? "there is no " + context.method() + " " + context.path() + " here"
                : e.getMessage()));
  }

  private static void defect(Context context, Throwable e) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    context.status(500);
    json(context, new WireFault(WireErrorCode.INTERNAL, "the AIPM service failed; see its log"));
  }

  private static void json(Context context, Object body) {
    context.contentType("application/json").result(bytes(body));
  }

  private static byte[] bytes(Object body) {
    try {
      return WireJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  /** Closes the port and ends what is running. */
  @Override
  public void close() {
    javalin.stop();
    lanes.close();
  }
}
