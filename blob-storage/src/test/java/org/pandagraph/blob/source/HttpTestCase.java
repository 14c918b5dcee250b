/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Real servers on 127.0.0.2, which is allowed here; 127.0.0.1 and all else local is not. */
abstract class HttpTestCase extends SourceTest {
  static final String HERE = "127.0.0.2";
  static final String OK = "HTTP/1.1 200 OK\r\n";

  private final List<RawServer> servers = new ArrayList<>();

  @BeforeEach
  void allowHere() {
    configure(policy());
  }

  static SourcePolicy.Builder policy() {
    return SourcePolicy.builder()
        .allowedHosts(List.of("*"))
        .allowedAddresses(List.of(HERE))
        .maxBytes(1_000_000);
  }

  @AfterEach
  void stop() throws IOException {
    for (RawServer server : servers) {
      server.close();
    }
  }

  RawServer serve(String... answer) throws IOException {
    RawServer server = RawServer.http(HERE, answer);
    servers.add(server);
    return server;
  }

  RawServer talk(RawServer.Talk talk) throws IOException {
    RawServer server = new RawServer(HERE, talk);
    servers.add(server);
    return server;
  }
}
