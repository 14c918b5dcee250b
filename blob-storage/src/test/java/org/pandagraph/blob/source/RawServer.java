/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that answers byte for byte what a test says, however wrong. */
final class RawServer implements AutoCloseable {
  /** What it does with a connection. */
  interface Talk {
    void with(BufferedReader in, OutputStream out) throws Exception;
  }

  private final ServerSocket listener;
  private final Talk talk;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Requests' heads, for servers made with {@link #http}. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  RawServer(String address, Talk talk) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getByName(address));
    this.talk = talk;
    daemon(this::accept);
  }

  /** Reads a request's head, and answers with these texts, one after the other. */
  static RawServer http(String address, String... answer) throws IOException {
    RawServer[] self = new RawServer[1];
    self[0] =
        new RawServer(
            address,
            (in, out) -> {
              StringBuilder head = new StringBuilder();
              for (String line = in.readLine();
                  line != null && !line.isEmpty();
                  line = in.readLine()) {
                head.append(line).append('\n');
              }
              self[0].requests.add(head.toString());
              for (String part : answer) {
                send(out, part);
              }
            });
    return self[0];
  }

  static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** {@code address:port}. */
  String at() {
    String address = listener.getInetAddress().getHostAddress();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      talk.with(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)),
          socket.getOutputStream());
    } catch (Exception clientGone) {
      // Which is what many tests are about.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
