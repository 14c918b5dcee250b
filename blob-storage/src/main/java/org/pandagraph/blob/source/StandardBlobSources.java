/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;

/**
 * All schemes under one policy: {@code file}, {@code http}, {@code https}, {@code ftp}, {@code
 * ftps}, {@code sftp}, {@code base64}. A content goes to the store while it is read, so memory does
 * not grow with it; one that fails on the way, or is too large, leaves nothing there. Thread-safe;
 * close it when done, which ends its one thread.
 */
public final class StandardBlobSources implements BlobSources, AutoCloseable {
  private final SourcePolicy policy;
  private final AddressGuard guard;
  private final Map<String, ContentSource> sources = new HashMap<>();

  /** Ends fetches whose time is up. */
  private final ScheduledThreadPoolExecutor clock;

  public StandardBlobSources(SourcePolicy policy) {
    this(policy, HostResolver.SYSTEM, null);
  }

  /**
   * For tests.
   *
   * @param tls whom to trust; null for whom the Java platform trusts
   */
  StandardBlobSources(SourcePolicy policy, HostResolver resolver, TlsTrust tls) {
    this.policy = policy;
    this.guard = new AddressGuard(policy, resolver);
    this.clock = new ScheduledThreadPoolExecutor(1, StandardBlobSources::daemon);
    clock.setRemoveOnCancelPolicy(true);
    ContentSource http = new HttpSource(policy, tls);
    sources.put("http", http);
    sources.put("https", http);
    ContentSource ftp = new FtpSource(policy, tls);
    sources.put("ftp", ftp);
    sources.put("ftps", ftp);
    sources.put("sftp", new SftpSource(policy));
    sources.put("file", new FileSource(policy));
    sources.put("base64", new Base64Source(policy.maxBytes()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "panda-blob-source-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Blob read(String uri, BlobStore store) {
    SourceUri parsed = SourceUri.parse(uri);
    if (clock.isShutdown()) {
      throw new BlobException(BlobErrorCode.SOURCE_FAILED, "sources of blobs have been closed");
    }
    try (Fetch fetch = new Fetch(policy, guard, clock)) {
      Faults faults = new Faults(parsed, policy, fetch);
      try (InputStream content = sources.get(parsed.scheme()).open(parsed, fetch)) {
        return store.store(new BoundedContent(content, policy.maxBytes(), faults));
      } catch (IOException e) {
        BlobIOException fault = faults.describe(e);
        throw new BlobException(fault.code(), fault.getMessage(), fault);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
