/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real server with its login on, and a content in its store. */
@Tag("gateway")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayTestCase {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  PandaServer server;
  HttpGateway gateway;

  /** 1,000 bytes that are no known type. */
  byte[] content;

  String digest;
  String path;
  String tag;

  @BeforeAll
  void content(SharedServer.Shared shared) {
    System.out.println(getClass().getSimpleName() + ": -Dtests.seed=" + SEED);
    server = shared.server();
    gateway = new HttpGateway(server);
    content = random(1_000);
    digest = gateway.stored(content);
    path = HttpGateway.path(digest);
    tag = '"' + digest + '"';
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(SEED + length).nextBytes(bytes);
    Arrays.fill(bytes, 0, Math.min(length, 16), (byte) 0xEE);
    return bytes;
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
