/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import java.nio.file.Path;

/**
 * What a service is started with. Immutable.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param token what callers must send; null for none, on a loopback address only
 * @param cacheDirectory where contents are kept
 * @param cacheBytes of all contents together
 * @param maxBlobBytes of one content
 * @param maxBodyBytes of a JSON request
 * @param maxBatch items in a request
 * @param threads for each of the inline and interactive classes; background has half of it
 * @param queue requests of a class that may wait
 * @param resultBytes of results kept in memory
 */
public record ServiceConfig(
    String host,
    int port,
    String token,
    Path cacheDirectory,
    long cacheBytes,
    long maxBlobBytes,
    int maxBodyBytes,
    int maxBatch,
    int threads,
    int queue,
    long resultBytes) {
  /** The program's defaults, on any free port. */
  public static ServiceConfig defaults(Path cacheDirectory, String token) {
    return new ServiceConfig(
        "127.0.0.1",
        0,
        token,
        cacheDirectory,
        1L << 30,
        256L << 20,
        64 << 20,
        1024,
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        64,
        32L << 20);
  }
}
