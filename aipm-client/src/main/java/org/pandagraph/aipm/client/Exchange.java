/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.pandagraph.aipm.wire.WireJson;

/**
 * One request and its answer: token, time-outs, one repetition, limits, and messages. Every request
 * of the protocol may be repeated without harm. Thread-safe.
 */
final class Exchange {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final long BACK_OFF_MILLIS = 100;

  private final AipmClientConfig config;
  private final HttpUrl base;
  private final OkHttpClient http;
  private final RestTime rest;

  Exchange(AipmClientConfig config) {
    this.config = config;
    this.base = HttpUrl.get(config.url());
    this.rest = new RestTime(config.restAfterFailure());
    this.http =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            // A redirect would carry the token and the contents to somebody else.
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            // Connects in the calling thread: else an interrupt comes out as an exception that no
            // signature names.
            .fastFallback(false)
            .connectTimeout(config.connectTimeout())
            .readTimeout(config.timeout())
            .writeTimeout(config.timeout())
            .callTimeout(config.timeout())
            .build();
  }

  /** Asks for a path below the service's address. */
  <T> T get(Class<T> type, Duration timeout, String... path) {
    return read(type, request(path).get().build(), timeout);
  }

  /** Posts a request object as JSON. */
  <T> T post(Class<T> type, Object body, String... path) {
    byte[] json;
    try {
      json = WireJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a value cannot be sent as JSON: " + e.getMessage(), e);
    }
    RequestBody request = RequestBody.create(json, JSON);
    return read(type, request(path).post(request).build(), config.timeout());
  }

  /** Puts a body; the answer has none. */
  void put(RequestBody body, Duration timeout, String... path) {
    call(request(path).put(body).build(), timeout);
  }

  HttpUrl url(String... path) {
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : path) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private Request.Builder request(String... path) {
    Request.Builder request = new Request.Builder().url(url(path));
    if (config.token() != null) {
      request.header("Authorization", "Bearer " + config.token());
    }
    return request;
  }

  private <T> T read(Class<T> type, Request request, Duration timeout) {
    byte[] body = call(request, timeout);
    try {
      return WireJson.mapper().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw FaultText.garbage(request.url(), body, e);
    } catch (IOException e) {
      throw FaultText.unreachable(request.url(), e);
    }
  }

  private byte[] call(Request request, Duration timeout) {
    rest.check();
    try {
      return once(request, timeout);
    } catch (AipmException e) {
      if (e.code() != AipmErrorCode.UNAVAILABLE && e.code() != AipmErrorCode.OVERLOADED) {
        throw e;
      }
      backOff(e);
    }
    try {
      return once(request, timeout);
    } catch (AipmException e) {
      if (e.code() == AipmErrorCode.UNAVAILABLE && neverConnected(e.getCause())) {
        rest.failed(e);
      }
      throw e;
    }
  }

  private static void backOff(AipmException e) {
    try {
      Thread.sleep(BACK_OFF_MILLIS + ThreadLocalRandom.current().nextLong(BACK_OFF_MILLIS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  private static boolean neverConnected(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof IOException && FaultText.isConnectTimeout((IOException) cause);
  }

  private byte[] once(Request request, Duration timeout) {
    HttpUrl url = request.url();
    Call call = http.newCall(request);
    call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      rest.succeeded();
      byte[] body = limited(url, response.body().byteStream());
      if (!response.isSuccessful()) {
        throw FaultText.status(url, response.code(), body);
      }
      return body;
    } catch (InterruptedIOException e) {
      if (FaultText.isConnectTimeout(e)) {
        throw FaultText.unreachable(url, e);
      }
      throw Thread.currentThread().isInterrupted()
          ? FaultText.interrupted(url, e)
          : FaultText.timeout(url, timeout, e);
    } catch (IOException e) {
      throw FaultText.unreachable(url, e);
    }
  }

  private byte[] limited(HttpUrl url, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes((int) config.maxAnswerBytes() + 1);
    if (bytes.length > config.maxAnswerBytes()) {
      throw FaultText.tooLong(url, config.maxAnswerBytes());
    }
    return bytes;
  }
}
