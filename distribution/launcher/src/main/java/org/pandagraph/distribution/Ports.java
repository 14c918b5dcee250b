/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine. */
public final class Ports {
  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /**
   * The port itself, or one that is free now if it is 0.
   *
   * @throws LaunchException if the port asked for is taken
   */
  public static int claim(String address, int port, String what) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LaunchException(
          ExitCode.FAILED,
          "Port "
              + port
              + " for "
              + what
              + " is not free ("
              + e.getMessage()
              + "). Stop what uses it, or choose another with the option for it (0 takes any free"
              + " one).");
    }
  }

  /** Whether something accepts connections there. */
  public static boolean accepts(String address, int port) {
    try (Socket socket = new Socket()) {
      InetAddress resolved = InetAddress.getByName(address);
      socket.connect(
          new InetSocketAddress(
              resolved.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : resolved, port),
          CONNECT_MILLIS);
      return true;
    } catch (java.net.UnknownHostException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      return false;
    }
  }
}
