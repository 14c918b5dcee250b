/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host; in tests of rebinding, one that lies. Thread-safe. */
interface HostResolver {
  /** The system's, in the system's order. */
  HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * The addresses of a host.
   *
   * @param host a name, or a literal address without brackets
   * @return at least one
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
