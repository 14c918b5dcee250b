/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.neo4j.kernel.api.exceptions.Status;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.http.ByteRange;
import org.pandagraph.plugin.http.Conditions;
import org.pandagraph.plugin.http.ContentDigest;
import org.pandagraph.plugin.http.Disposition;
import org.pandagraph.plugin.http.MultipartRanges;
import org.pandagraph.plugin.http.RequestedRanges;

/**
 * Answers GET and HEAD for one content: conditions, ranges and what keeps a browser from running it
 * (RFC 9110). A HEAD is answered like a GET without its ranges, which are defined for GET alone.
 * For one request.
 */
final class ContentAnswer {
  /** Nothing a content holds may run or load anything, whatever a browser takes it for. */
  private static final String POLICY =
      "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

  private static final int NAME_DIGITS = 16;

  private final BlobStore store;
  private final Blob blob;
  private final HttpHeaders request;
  private final HttpServletResponse servlet;
  private final Transfers transfers;
  private final GatewayMetrics metrics;
  private final String tag;

  /**
   * @param blob with the type that its bytes tell
   */
  ContentAnswer(
      BlobStore store,
      Blob blob,
      HttpHeaders request,
      HttpServletResponse servlet,
      Transfers transfers,
      GatewayMetrics metrics) {
    this.store = Objects.requireNonNull(store);
    this.blob = Objects.requireNonNull(blob);
    this.request = Objects.requireNonNull(request);
    this.servlet = Objects.requireNonNull(servlet);
    this.transfers = Objects.requireNonNull(transfers);
    this.metrics = Objects.requireNonNull(metrics);
    this.tag = '"' + blob.digest().toHex() + '"';
  }

  /**
   * @param body false for HEAD
   * @param download the name to save under; null where the client does not ask to save
   * @param maxAge seconds that the client may keep it
   * @param resourcePolicy who may embed it: Cross-Origin-Resource-Policy
   * @throws GatewayError 412 or 416
   */
  Response answer(boolean body, String download, long maxAge, String resourcePolicy) {
    Response.ResponseBuilder answer;
    switch (Conditions.of(tag, header(HttpHeaders.IF_MATCH), header(HttpHeaders.IF_NONE_MATCH))) {
      case PRECONDITION_FAILED:
        throw new GatewayError(
            412, Status.Request.Invalid, "The content has none of the entity tags in If-Match.");
      case NOT_MODIFIED:
        answer = Response.notModified();
        break;
      default:
        answer = body ? get() : head();
        answer.header(
            HttpHeaders.CONTENT_DISPOSITION,
            Disposition.of(
                blob.mimeType(), download, blob.digest().toHex().substring(0, NAME_DIGITS)));
    }
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + maxAge + ", immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", POLICY)
        .header("Cross-Origin-Resource-Policy", resourcePolicy)
        .header("Repr-Digest", ContentDigest.of(blob.digest().toBytes()))
        .build();
  }

  private Response.ResponseBuilder head() {
    return Response.ok()
        .header(HttpHeaders.CONTENT_TYPE, blob.mimeType())
        .header(HttpHeaders.CONTENT_LENGTH, blob.length());
  }

  private Response.ResponseBuilder get() {
    RequestedRanges asked =
        Conditions.rangeCounts(tag, header("If-Range"))
            ? RequestedRanges.of(header("Range"), blob.length())
            : RequestedRanges.all();
    switch (asked.kind()) {
      case ALL:
        return content(200, blob.mimeType(), blob.length(), ContentCopy::whole);
      case SOME:
        return asked.ranges().size() == 1 ? one(asked.ranges().get(0)) : several(asked.ranges());
      default:
        throw new GatewayError(
                416,
                Status.Request.Invalid,
                "No range lies inside the content, which has "
                    + blob.length()
                    + " bytes, or there are more than "
                    + RequestedRanges.MAX_RANGES
                    + ".")
            .with("Content-Range", "bytes */" + blob.length());
    }
  }

  private Response.ResponseBuilder one(ByteRange range) {
    return content(206, blob.mimeType(), range.length(), copy -> copy.range(range))
        .header("Content-Range", range.contentRange(blob.length()));
  }

  private Response.ResponseBuilder several(List<ByteRange> ranges) {
    String boundary = UUID.randomUUID().toString().replace("-", "");
    MultipartRanges parts = new MultipartRanges(ranges, boundary, blob.mimeType(), blob.length());
    return content(
        206,
        parts.contentType(),
        parts.length(),
        copy -> {
          for (ByteRange range : ranges) {
            copy.frame(parts.header(range));
            copy.range(range);
          }
          copy.frame(parts.trailer());
        });
  }

  /** What an answer's body is made of. */
  private interface Body {
    void write(ContentCopy copy) throws java.io.IOException;
  }

  /** Opens the store when the answer is written, not before: what is open is always closed. */
  private Response.ResponseBuilder content(int status, String type, long length, Body body) {
    if (length > servlet.getBufferSize()) {
      // Jetty writes a piece of its buffer's size at a time, and the default is small.
      servlet.setBufferSize(ContentCopy.pieceBytes(blob.length()));
    }
    StreamingOutput output =
        out -> {
          try (Transfers.Transfer transfer = transfers.begin()) {
            metrics.begun();
            try {
              body.write(new ContentCopy(store, blob, new AnswerBody(out, servlet), metrics));
            } finally {
              metrics.ended();
            }
          }
        };
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .entity(output);
  }

  private String header(String name) {
    return request.getHeaderString(name);
  }
}
