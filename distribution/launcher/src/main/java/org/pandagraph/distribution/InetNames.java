/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.net.InetAddress;

/** What addresses to listen on mean to clients. */
final class InetNames {
  private InetNames() {}

  /** The address a client on this machine uses for a server that listens on the given one. */
  static String forClients(String listen) throws IOException {
    InetAddress address = InetAddress.getByName(listen);
    if (address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    return listen.indexOf(':') >= 0 ? "[" + listen + "]" : listen;
  }

  /** Whether only this machine can reach it. */
  static boolean isLoopback(String listen) throws IOException {
    return InetAddress.getByName(listen).isLoopbackAddress();
  }
}
