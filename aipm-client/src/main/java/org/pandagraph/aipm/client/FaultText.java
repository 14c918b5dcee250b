/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireFault;
import org.pandagraph.aipm.wire.WireJson;

/** Turns what went wrong with a request into a message that says what to check. */
final class FaultText {
  private static final int EXCERPT = 120;

  private FaultText() {}

  static AipmException unreachable(HttpUrl url, IOException e) {
    String why =
        e instanceof UnknownHostException
            ? "there is no host of that name"
            : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new AipmException(
        AipmErrorCode.UNAVAILABLE,
        "the AIPM service at "
            + base(url)
            + " cannot be reached ("
            + why
            + "); check that it runs, and that panda.aipm.url is its address",
        e);
  }

  static AipmException timeout(HttpUrl url, Duration timeout, IOException e) {
    return new AipmException(
        AipmErrorCode.TIMEOUT,
        "the AIPM service gave no complete answer to "
            + url
            + " within "
            + timeout.toMillis()
            + " ms; it may be busy: see its log, or raise panda.aipm.timeout",
        e);
  }

  /** The caller's thread was told to stop, as when its transaction is terminated. */
  static AipmException interrupted(HttpUrl url, IOException e) {
    return new AipmException(
        AipmErrorCode.TIMEOUT, "the request to " + url + " was interrupted before its answer", e);
  }

  static boolean isConnectTimeout(IOException e) {
    return e instanceof SocketTimeoutException
        && e.getMessage() != null
        && e.getMessage().toLowerCase(java.util.Locale.ROOT).contains("connect");
  }

  static AipmException tooLong(HttpUrl url, long max) {
    return new AipmException(
        AipmErrorCode.BAD_ANSWER, "the answer of " + url + " has more than " + max + " bytes");
  }

  static AipmException garbage(HttpUrl url, byte[] body, JsonProcessingException e) {
    return new AipmException(
        AipmErrorCode.BAD_ANSWER,
        "the answer of "
            + url
            + " is not what the AIPM protocol says ("
            + WireJson.explain(e)
            + "), it begins with `"
            + excerpt(body)
            + "`; check that panda.aipm.url is the address of an AIPM service of this version",
        e);
  }

  static AipmException wrongCount(HttpUrl url, int expected, int actual) {
    return new AipmException(
        AipmErrorCode.BAD_ANSWER,
        "the answer of " + url + " has " + actual + " results for " + expected + " values");
  }

  /** What an answer that is no 2xx means. */
  static AipmException status(HttpUrl url, int status, byte[] body) {
    WireFault fault = fault(body);
    if (status == 401 || status == 403) {
      return new AipmException(
          AipmErrorCode.UNAUTHORIZED,
          "the AIPM service at "
              + base(url)
              + " refused the token (HTTP "
              + status
              + "); check that panda.aipm.token_file holds the service's token");
    }
    if (fault == null) {
      return new AipmException(
          status == 503 ? AipmErrorCode.OVERLOADED : AipmErrorCode.BAD_ANSWER,
          url
              + " answered HTTP "
              + status
              + " without saying why (`"
              + excerpt(body)
              + "`); check that panda.aipm.url is the address of an AIPM service");
    }
    return new AipmException(
        code(fault.code()), fault.message() + " (AIPM service at " + base(url) + ")");
  }

  static AipmException item(WireFault fault) {
    return new AipmException(code(fault.code()), fault.message());
  }

  private static AipmErrorCode code(String wire) {
    for (AipmErrorCode code : AipmErrorCode.values()) {
      if (code.name().equals(wire)) {
        return code;
      }
    }
    if (wire.equals(WireErrorCode.DIGEST_MISMATCH.name())) {
      return AipmErrorCode.UNREADABLE_CONTENT;
    }
    if (wire.equals(WireErrorCode.INTERNAL.name())) {
      return AipmErrorCode.MODEL_FAILED;
    }
    return AipmErrorCode.BAD_ANSWER;
  }

  private static WireFault fault(byte[] body) {
    try {
      return WireJson.mapper().readValue(body, WireFault.class);
    } catch (IOException e) {
      return null;
    }
  }

  private static String excerpt(byte[] body) {
    String text =
        new String(body, 0, Math.min(body.length, 4 * EXCERPT), StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .trim();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "...";
  }

  private static String base(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
