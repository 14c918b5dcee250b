/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Cancellable;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.CoStoreMetrics;

/**
 * Sends requests, again where it may help: all of ours give the same when sent twice. Thread-safe.
 */
final class Requests implements AutoCloseable {
  private static final long LONGEST_DELAY_MILLIS = 5_000;
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private final RestClient client;
  private final ElasticsearchConfig config;
  private final CoStoreMetrics metrics;
  private final RequestOptions read;
  private final RequestOptions write;
  private volatile boolean closed;

  Requests(ElasticsearchConfig config, CoStoreMetrics metrics) {
    this.client = Connection.open(config);
    this.config = config;
    this.metrics = metrics;
    this.read = Connection.options(config, config.readTimeout());
    this.write = Connection.options(config, config.writeTimeout());
  }

  static Request request(String method, String path) {
    return new Request(method, path);
  }

  static Request request(String method, String path, JsonNode body) {
    Request request = new Request(method, path);
    request.setJsonEntity(body.toString());
    return request;
  }

  static Request lines(String method, String path, byte[] body, int length) {
    Request request = new Request(method, path);
    request.setEntity(new NByteArrayEntity(body, 0, length, NDJSON));
    return request;
  }

  /** What is read; with the read timeout and retries. */
  JsonNode read(Request request) {
    request.setOptions(read);
    return retry(config.readRetries(), () -> json(sendOnce(request)));
  }

  /** What is written; with the write timeout and retries. */
  JsonNode write(Request request) {
    request.setOptions(write);
    return retry(config.writeRetries(), () -> json(sendOnce(request)));
  }

  /** Once, and with the connect timeout: for questions after its health. */
  JsonNode readOnce(Request request) {
    request.setOptions(Connection.options(config, config.connectTimeout()));
    return json(sendOnce(request));
  }

  /** An answer under way. */
  static final class Pending {
    private final CompletableFuture<Response> answer = new CompletableFuture<>();
    private volatile Cancellable request;

    /** Waits; then the answer, or the exception that ended it. */
    Response await() {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return answer.get();
          } catch (InterruptedException e) {
            cancel();
            interrupted = true;
          }
        }
      } catch (ExecutionException e) {
        throw Failures.of(e.getCause());
      } catch (CancellationException e) {
        throw new CoStoreException(CoStoreErrorCode.CLOSED, "the request was cancelled", e);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    void cancel() {
      answer.cancel(false);
      Cancellable sent = request;
      if (sent != null) {
        sent.cancel();
      }
    }
  }

  /** Starts a read; does not wait, and does not try again. */
  Pending startRead(Request request) {
    request.setOptions(read);
    return start(request);
  }

  /** Starts a write; does not wait, and does not try again. */
  Pending startWrite(Request request) {
    request.setOptions(write);
    return start(request);
  }

  private Pending start(Request request) {
    requireOpen();
    Pending pending = new Pending();
    pending.request =
        client.performRequestAsync(
            request,
            new ResponseListener() {
              @Override
              public void onSuccess(Response response) {
                pending.answer.complete(response);
              }

              @Override
              public void onFailure(Exception exception) {
                pending.answer.completeExceptionally(exception);
              }
            });
    return pending;
  }

  private Response sendOnce(Request request) {
    return start(request).await();
  }

  /** Tries until it succeeds, fails for good, or has been tried often enough. */
  <T> T retryRead(Supplier<T> attempt) {
    return retry(config.readRetries(), attempt);
  }

  /** As {@link #retryRead}, as often as for writes. */
  <T> T retryWrite(Supplier<T> attempt) {
    return retry(config.writeRetries(), attempt);
  }

  private <T> T retry(int retries, Supplier<T> attempt) {
    for (int tried = 0; ; tried++) {
      try {
        return attempt.get();
      } catch (CoStoreException e) {
        if (tried >= retries || !e.code().isRetryable() || closed) {
          throw e;
        }
      }
      metrics.retried();
      pause(tried);
    }
  }

  private void pause(int tried) {
    long longest =
        Math.min(LONGEST_DELAY_MILLIS, config.retryDelay().toMillis() << Math.min(tried, 20));
    try {
      // Not all at the same time.
      Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoStoreException(CoStoreErrorCode.CLOSED, "interrupted while waiting to retry", e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new CoStoreException(CoStoreErrorCode.CLOSED, "the co-store is closed");
    }
  }

  static JsonNode json(Response response) {
    if (response.getEntity() == null) {
      return Json.object();
    }
    try (InputStream in = response.getEntity().getContent()) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new CoStoreException(
          CoStoreErrorCode.UNEXPECTED_ANSWER, "the answer is no JSON: " + e.getMessage(), e);
    }
  }

  /** Refuses an answer that some shards gave nothing to. */
  static JsonNode requireWhole(JsonNode answer) {
    if (answer.path("_shards").path("failed").asInt(0) > 0
        || answer.path("timed_out").asBoolean(false)) {
      throw new CoStoreException(
          CoStoreErrorCode.OVERLOADED, "some shards did not answer: " + answer.path("_shards"));
    }
    return answer;
  }

  @Override
  public void close() {
    closed = true;
    try {
      client.close();
    } catch (IOException e) {
      throw new CoStoreException(CoStoreErrorCode.UNREACHABLE, "closing: " + e.getMessage(), e);
    }
  }
}
