/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.pandagraph.blob.BlobIOException;

/**
 * One fetch over the network: resolves its hosts, makes its sockets, and closes them all when it
 * ends or its time is up. A peer that sends a byte now and then keeps a read timeout from ever
 * striking; a closed socket ends every protocol. Thread-safe.
 *
 * <p>Sockets judge the address they connect to, whatever the library above them looked up, so
 * nothing can change between the check and the connection.
 */
final class Fetch extends SocketFactory implements Closeable {
  private final SourcePolicy policy;
  private final AddressGuard guard;
  private final Future<?> alarm;
  private final List<Socket> sockets = new ArrayList<>();

  /** The only address sockets may connect to; null where each allowed one will do. */
  private InetAddress pinned;

  private boolean closed;
  private volatile boolean expired;

  Fetch(SourcePolicy policy, AddressGuard guard, ScheduledExecutorService clock) {
    this.policy = policy;
    this.guard = guard;
    this.alarm =
        clock.schedule(this::expire, policy.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** See {@link AddressGuard#resolve}. */
  List<InetAddress> resolve(String host) throws BlobIOException {
    return guard.resolve(host);
  }

  /** Resolves a host and allows no other address than its first from now on. */
  synchronized InetAddress pin(String host) throws BlobIOException {
    pinned = guard.resolve(host).get(0);
    return pinned;
  }

  /** Whether the total time was used up; what failed since then failed for that. */
  boolean expired() {
    return expired;
  }

  private void expire() {
    expired = true;
    closeSockets();
  }

  @Override
  public void close() {
    alarm.cancel(false);
    closeSockets();
  }

  private synchronized void closeSockets() {
    closed = true;
    for (Socket socket : sockets) {
      Quietly.run(socket::close);
    }
    sockets.clear();
  }

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new InterruptedIOException("the fetch has ended");
    }
    Socket socket = new JudgingSocket();
    sockets.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(address, port), (int) policy.connectTimeout().toMillis());
    socket.setSoTimeout((int) policy.readTimeout().toMillis());
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(resolve(host).get(0), port);
  }

  /** The local end is the system's choice. */
  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  /** The local end is the system's choice. */
  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(address, port);
  }

  private synchronized void judge(InetSocketAddress peer) throws IOException {
    InetAddress address = peer.getAddress();
    if (address == null) {
      throw new SocketException("no address: " + peer.getHostString());
    }
    if (pinned != null && !pinned.equals(address)) {
      throw new SocketException(
          "the server names another address, " + address.getHostAddress() + ", for its data");
    }
    guard.requireAllowed(peer.getHostString(), address);
  }

  /** A socket that connects only where the policy allows it. */
  private final class JudgingSocket extends Socket {
    @Override
    public void connect(SocketAddress peer, int timeout) throws IOException {
      judge((InetSocketAddress) peer);
      super.connect(peer, timeout);
    }

    @Override
    public void connect(SocketAddress peer) throws IOException {
      connect(peer, (int) policy.connectTimeout().toMillis());
    }
  }
}
