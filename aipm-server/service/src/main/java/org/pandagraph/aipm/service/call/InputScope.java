/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.service.blob.BlobCache;
import org.pandagraph.aipm.service.blob.PinnedBlob;
import org.pandagraph.aipm.wire.WireErrorCode;
import org.pandagraph.aipm.wire.WireInput;

/** The contents one request works on; they stay until it is closed. Used by one thread. */
public final class InputScope implements AutoCloseable {
  private final BlobCache blobs;
  private final Map<String, PinnedBlob> pinned = new HashMap<>();

  public InputScope(BlobCache blobs) {
    this.blobs = blobs;
  }

  /**
   * The same input, by its digest where it came with its content.
   *
   * @throws ServiceException where the content is no base64, or too large
   */
  public WireInput named(WireInput input) {
    if (input.base64() == null) {
      return input;
    }
    byte[] content;
    try {
      content = Base64.getDecoder().decode(input.base64());
    } catch (IllegalArgumentException e) {
      throw new ServiceException(
          WireErrorCode.BAD_REQUEST, "an input is no base64: " + e.getMessage(), e);
    }
    try {
      String digest = blobs.put(null, new ByteArrayInputStream(content));
      pin(digest);
      return WireInput.blob(digest, input.type(), content.length);
    } catch (IOException e) {
      throw new ServiceException(
          WireErrorCode.INTERNAL, "the blob cache cannot be written: " + e.getMessage(), e);
    }
  }

  /** As a model sees it; null where the service lacks the content. */
  ModelInput resolved(WireInput input) {
    if (!input.isBlob()) {
      return new ResolvedInput(input.type(), null, input.value());
    }
    PinnedBlob blob = pin(input.digest());
    return blob == null ? null : new ResolvedInput(input.type(), blob, null);
  }

  private PinnedBlob pin(String digest) {
    PinnedBlob blob = pinned.get(digest);
    if (blob == null) {
      blob = blobs.pin(digest);
      if (blob != null) {
        pinned.put(digest, blob);
      }
    }
    return blob;
  }

  @Override
  public void close() {
    pinned.values().forEach(PinnedBlob::close);
    pinned.clear();
  }
}
