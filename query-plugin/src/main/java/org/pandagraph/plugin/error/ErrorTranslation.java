/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.error;

import java.io.IOException;
import java.util.Objects;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;

/**
 * What failures of the blob store, the literals' sources and the AIPM service are to the user.
 * Thread-safe.
 */
public final class ErrorTranslation {
  private final String aipmUrl;

  /**
   * @param aipmUrl where the AIPM service listens; named in every message about it
   */
  public ErrorTranslation(String aipmUrl) {
    this.aipmUrl = Objects.requireNonNull(aipmUrl);
  }

  /** The same failure, whose fault it is preserved; without an offset. */
  public static CypherPlusError of(BlobException e) {
    return error(of(e.code()), e.getMessage(), e);
  }

  /** A failure of reading a content that the store gave; without an offset. */
  public static CypherPlusError of(IOException e) {
    return e instanceof BlobIOException
        ? of(BlobException.of((BlobIOException) e))
        : error(PluginErrorCode.SERVICE_UNAVAILABLE, "the blob store cannot be read: " + e, e);
  }

  /** The same failure, whose fault it is preserved; without an offset. */
  public CypherPlusError of(AipmException e) {
    String message = String.valueOf(e.getMessage());
    if (e.code().fault() != AipmErrorCode.Fault.USER && !message.contains(aipmUrl)) {
      message = "the AIPM service (" + aipmUrl + "): " + message;
    }
    return error(of(e.code()), message, e);
  }

  /** What a storage or source failure is called here. */
  public static PluginErrorCode of(BlobErrorCode code) {
    switch (code) {
      case MALFORMED_URI:
        return PluginErrorCode.MALFORMED_LITERAL;
      case FILE_NOT_ALLOWED:
      case ADDRESS_NOT_ALLOWED:
        return PluginErrorCode.RESOURCE_NOT_ALLOWED;
      case FILE_NOT_FOUND:
        return PluginErrorCode.RESOURCE_NOT_FOUND;
      case TOO_LARGE:
        return PluginErrorCode.CONTENT_TOO_LARGE;
      case RANGE_OUTSIDE_CONTENT:
        return PluginErrorCode.INVALID_ARGUMENT;
      case SOURCE_TIMEOUT:
      case SOURCE_FAILED:
        return PluginErrorCode.RESOURCE_FAILED;
      case CONTENT_MISSING:
      case CONTENT_DAMAGED:
        return PluginErrorCode.CONTENT_LOST;
      case STORE_UNAVAILABLE:
        return PluginErrorCode.SERVICE_UNAVAILABLE;
    }
    throw new IllegalArgumentException("unhandled code " + code);
  }

  /** What a failure of the AIPM service is called here. */
  public static PluginErrorCode of(AipmErrorCode code) {
    switch (code) {
      case UNREADABLE_CONTENT:
        return PluginErrorCode.CONTENT_UNREADABLE;
      case CONTENT_TOO_LARGE:
        return PluginErrorCode.CONTENT_TOO_LARGE;
      case UNKNOWN_MODEL:
        return PluginErrorCode.UNKNOWN_ALGORITHM;
      case UNAVAILABLE:
      case OVERLOADED:
        return PluginErrorCode.SERVICE_UNAVAILABLE;
      case TIMEOUT:
        return PluginErrorCode.SERVICE_TIMEOUT;
      case UNAUTHORIZED:
      case MODEL_FAILED:
      case BAD_ANSWER:
        return PluginErrorCode.SERVICE_FAILED;
    }
    throw new IllegalArgumentException("unhandled code " + code);
  }

  private static CypherPlusError error(PluginErrorCode code, String message, Exception cause) {
    return new CypherPlusError(code, String.valueOf(message), CypherPlusError.NO_OFFSET, cause);
  }
}
