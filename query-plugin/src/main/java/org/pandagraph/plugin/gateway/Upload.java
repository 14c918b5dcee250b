/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.http.ContentDigest;
import org.pandagraph.plugin.http.RequestOrigin;

/**
 * A content on its way in: bounded, and compared with the digest that its sender announced, if any,
 * before the store keeps it. For one request.
 */
final class Upload {
  /** A body of so many bytes is read though it is refused. */
  private static final long SHORT_BYTES = 1024 * 1024;

  private final HttpHeaders request;
  private final long maxBytes;

  Upload(HttpHeaders request, long maxBytes) {
    this.request = request;
    this.maxBytes = maxBytes;
  }

  /**
   * Stores a body; what fails leaves nothing.
   *
   * @throws GatewayError where the request is at fault
   * @throws BlobException where the store is
   */
  Blob store(InputStream body, BlobStore store) {
    UploadStream content = new UploadStream(body, maxBytes, headers(body).orElse(null));
    try {
      return store.store(content);
    } catch (BlobException e) {
      switch (content.fault()) {
        case TOO_LONG:
          throw tooLong();
        case OTHER_DIGEST:
          throw GatewayError.badRequest(
              "The body does not have the digest that Content-Digest announces. Nothing was kept.");
        default:
          if (e.code() == BlobErrorCode.SOURCE_FAILED) {
            throw GatewayError.badRequest("The body ended early. Nothing was kept.")
                .with("Connection", "close");
          }
          throw e;
      }
    }
  }

  /** Looks at all that is said before the body; gives the digest that is announced. */
  private Optional<byte[]> headers(InputStream body) {
    try {
      refuseForeign();
      refuseWrapped();
      refuseTooLong();
      return announced();
    } catch (GatewayError e) {
      takeShort(body);
      throw e;
    }
  }

  /** A client that is still sending when its connection is closed may never see the answer. */
  private void takeShort(InputStream body) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length == null || Long.parseLong(length) > SHORT_BYTES) {
      return;
    }
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The answer goes out as far as it can.
    }
  }

  /**
   * A page of another site could otherwise fill the store with the login a browser keeps. What has
   * a type that no form has, a browser sends only after it has asked Neo4j whether it may.
   */
  private void refuseForeign() {
    boolean foreign =
        RequestOrigin.isForeign(
            request.getHeaderString("Sec-Fetch-Site"),
            request.getHeaderString("Origin"),
            request.getHeaderString(HttpHeaders.HOST));
    if (foreign && !RequestOrigin.isAskedForFirst(request.getHeaderString("Content-Type"))) {
      throw new GatewayError(
              403,
              Status.Security.Forbidden,
              "A browser sends this for a page of another site (Sec-Fetch-Site, Origin). Such a page"
                  + " sends contents with a Content-Type other than those of forms, such as"
                  + " application/octet-stream, so that the browser asks first.")
          .with("Connection", "close");
    }
  }

  /** A form or compressed data would be stored with its wrapping, which nobody means. */
  private void refuseWrapped() {
    MediaType type = request.getMediaType();
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (type != null && type.getType().equalsIgnoreCase("multipart")) {
      throw unsupported("Send the content itself as the body, not as a form: curl -T FILE.");
    }
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Send the content as it is, without Content-Encoding: " + encoding + ".");
    }
  }

  private static GatewayError unsupported(String message) {
    return new GatewayError(415, Status.Request.Invalid, message).with("Connection", "close");
  }

  private void refuseTooLong() {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > maxBytes) {
      throw tooLong();
    }
  }

  private GatewayError tooLong() {
    return new GatewayError(
            413,
            Status.Statement.ArgumentError,
            "The content is longer than " + maxBytes + " bytes (panda.blob.max_bytes).")
        .with("Connection", "close");
  }

  private Optional<byte[]> announced() {
    String header = request.getHeaderString("Content-Digest");
    if (header == null) {
      return Optional.empty();
    }
    try {
      return ContentDigest.sha256(header);
    } catch (IllegalArgumentException e) {
      throw GatewayError.badRequest("Content-Digest is malformed: " + e.getMessage() + ".");
    }
  }
}
