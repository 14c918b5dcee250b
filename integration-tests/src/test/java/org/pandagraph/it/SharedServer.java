/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server that all of them share, started when the first asks and stopped after
 * the last. Tests leave it as they found it: nothing broken, no data that others might match.
 */
final class SharedServer implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
  }

  /** The server and the web server whose pictures it may load. */
  static final class Shared implements AutoCloseable {
    private final PictureWeb web = new PictureWeb();
    private final PandaServer server =
        PandaServer.start(
            options -> {
              options.boltPort = 0;
              options.httpPort = 0;
              options.aipmPort = 0;
              options.settings.put("panda.blob.url.allowed_hosts", PictureWeb.ALLOWED_HOSTS);
              options.settings.put("panda.blob.url.allowed_addresses", PictureWeb.ADDRESS + "/32");
              options.settings.put("panda.blob.url.connect_timeout", "2s");
              options.settings.put("panda.blob.url.read_timeout", "2s");
              options.settings.put("panda.blob.url.total_timeout", "5s");
              options.settings.put("panda.blob.max_bytes", "20m");
            });

    PandaServer server() {
      return server;
    }

    PictureWeb web() {
      return web;
    }

    @Override
    public void close() {
      server.close();
      web.close();
    }
  }
}
