/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;

/** What an error of Elasticsearch or of the way to it means. */
final class Failures {
  private static final int MOST_MESSAGE = 1000;

  private Failures() {}

  static CoStoreException of(Throwable failure) {
    if (failure instanceof CoStoreException) {
      return (CoStoreException) failure;
    }
    if (failure instanceof ResponseException) {
      return ofAnswer((ResponseException) failure);
    }
    return new CoStoreException(
        ofTransport(failure), "Elasticsearch: " + describe(failure), failure);
  }

  private static CoStoreErrorCode ofTransport(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return CoStoreErrorCode.NOT_AUTHORISED;
      } else if (cause instanceof ConnectTimeoutException) {
        return CoStoreErrorCode.UNREACHABLE;
      } else if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
        return CoStoreErrorCode.TIMEOUT;
      }
    }
    return failure instanceof IOException
        ? CoStoreErrorCode.UNREACHABLE
        : CoStoreErrorCode.UNEXPECTED_ANSWER;
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static CoStoreException ofAnswer(ResponseException failure) {
    Response response = failure.getResponse();
    int status = response.getStatusLine().getStatusCode();
    String body = body(response);
    String type = "";
    String reason = body;
    try {
      JsonNode error = Json.MAPPER.readTree(body).path("error");
      type = error.path("type").asText("");
      JsonNode cause = error.path("root_cause").path(0);
      reason = type + ": " + (cause.isMissingNode() ? error : cause).path("reason").asText("");
    } catch (IOException notJson) {
      // A proxy's page; told as it is.
    }
    return new CoStoreException(
        of(status, type),
        "Elasticsearch at "
            + response.getHost().toHostString()
            + " said "
            + status
            + " to "
            + response.getRequestLine().getMethod()
            + ": "
            + shorten(reason),
        failure);
  }

  private static String body(Response response) {
    try {
      return response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
    } catch (IOException e) {
      return "";
    }
  }

  static String shorten(String text) {
    return text.length() > MOST_MESSAGE ? text.substring(0, MOST_MESSAGE) + "..." : text;
  }

  /**
   * What a status and a type of error mean, of a request or of one part of a bulk.
   *
   * @param type Elasticsearch's name of the error; empty where there is none
   */
  static CoStoreErrorCode of(int status, String type) {
    switch (type) {
      case "cluster_block_exception":
        // 503: the cluster has no state yet, or no master.
        return status >= 500 ? CoStoreErrorCode.OVERLOADED : CoStoreErrorCode.READ_ONLY;
      case "index_not_found_exception":
      case "index_closed_exception":
      case "alias_not_found_exception":
        return CoStoreErrorCode.INDEX_GONE;
      case "security_exception":
        return CoStoreErrorCode.NOT_AUTHORISED;
      default:
        return ofStatus(status);
    }
  }

  private static CoStoreErrorCode ofStatus(int status) {
    switch (status) {
      case 401:
      case 403:
        return CoStoreErrorCode.NOT_AUTHORISED;
      case 404:
        return CoStoreErrorCode.INDEX_GONE;
      case 408:
      case 429:
      case 502:
      case 503:
      case 504:
        return CoStoreErrorCode.OVERLOADED;
      default:
        return CoStoreErrorCode.UNEXPECTED_ANSWER;
    }
  }
}
