/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/**
 * {@code http} and {@code https} URIs. No proxy, no cookies, no compression (so that no few bytes
 * can grow into many), no credentials: a URL with a user name or password in it is refused, because
 * it would end up in query logs and, over http, on the wire.
 */
final class HttpSource implements ContentSource {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final SourcePolicy policy;
  private final OkHttpClient client;

  /**
   * @param trust null for whom the Java platform trusts
   */
  HttpSource(SourcePolicy policy, TlsTrust trust) {
    this.policy = policy;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            // Connects in the calling thread: else an interrupt comes out as an exception that no
            // signature names.
            .fastFallback(false)
            // Nothing is kept open: a connection was judged for one fetch.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .connectTimeout(policy.connectTimeout())
            .readTimeout(policy.readTimeout())
            .writeTimeout(policy.readTimeout());
    if (trust != null) {
      builder.sslSocketFactory(trust.context().getSocketFactory(), trust.manager());
    }
    this.client = builder.build();
  }

  @Override
  public InputStream open(SourceUri uri, Fetch fetch) throws IOException {
    HttpUrl url = uri.location();
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw SourceUri.malformed(
          "a URL with a user name or password in it is not taken: " + uri.shown());
    }
    for (int redirects = 0; ; redirects++) {
      Call call = call(url, fetch);
      Response response = call.execute();
      try {
        HttpUrl next = redirect(response, url);
        if (next == null) {
          return new HungUp(content(response, url), call);
        }
        if (redirects == policy.maxRedirects()) {
          throw tooManyRedirects(uri);
        }
        url = next;
      } catch (IOException | RuntimeException e) {
        call.cancel();
        response.close();
        throw e;
      }
      call.cancel();
      response.close();
    }
  }

  private Call call(HttpUrl url, Fetch fetch) throws IOException {
    // Looked up once: what was judged is what is connected to.
    List<InetAddress> addresses = fetch.resolve(url.host());
    Request request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "PandaGraph")
            .header("Accept", "*/*")
            .header("Accept-Encoding", "identity")
            .build();
    OkHttpClient guarded = client.newBuilder().dns(host -> addresses).socketFactory(fetch).build();
    return guarded.newCall(request);
  }

  /** Where the answer points to; null where it is no redirect. */
  private static HttpUrl redirect(Response response, HttpUrl url) throws IOException {
    if (!REDIRECTS.contains(response.code())) {
      return null;
    }
    String location = response.header("Location");
    HttpUrl next = location == null ? null : url.resolve(location);
    if (next == null) {
      throw new BlobIOException(
          BlobErrorCode.SOURCE_FAILED,
          SourceUri.shown(url) + " redirects to what is no http or https URL");
    }
    if (url.isHttps() && !next.isHttps()) {
      throw new BlobIOException(
          BlobErrorCode.ADDRESS_NOT_ALLOWED,
          SourceUri.shown(url)
              + " redirects from https to http ("
              + SourceUri.shown(next)
              + "), which is not followed");
    }
    return next.newBuilder().username("").password("").build();
  }

  private InputStream content(Response response, HttpUrl url) throws IOException {
    if (response.code() != 200) {
      throw new BlobIOException(
          BlobErrorCode.SOURCE_FAILED,
          SourceUri.shown(url) + " answered with status " + response.code() + ", expected is 200");
    }
    String encoding = response.header("Content-Encoding", "identity");
    if (!"identity".equalsIgnoreCase(encoding)) {
      throw new BlobIOException(
          BlobErrorCode.SOURCE_FAILED,
          SourceUri.shown(url) + " answered with an encoding that was not asked for");
    }
    BoundedContent.requireAllowed(response.body().contentLength(), policy.maxBytes());
    return response.body().byteStream();
  }

  private BlobIOException tooManyRedirects(SourceUri uri) {
    return new BlobIOException(
        BlobErrorCode.SOURCE_FAILED,
        uri.shown()
            + " redirects more than "
            + policy.maxRedirects()
            + " times ("
            + SourcePolicy.MAX_REDIRECTS
            + " in neo4j.conf)");
  }

  /**
   * A body that is not read on when it is closed: what is left of it may be endless, and the
   * connection is not used again.
   */
  private static final class HungUp extends FilterInputStream {
    private final Call call;

    HungUp(InputStream body, Call call) {
      super(body);
      this.call = call;
    }

    @Override
    public void close() throws IOException {
      call.cancel();
      super.close();
    }
  }
}
