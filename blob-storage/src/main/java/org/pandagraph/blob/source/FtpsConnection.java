/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * FTP over TLS whose data connections, too, are made by the socket factory it was given (the
 * library makes its own, unjudged ones) and whose certificates are checked against the host's name
 * on both connections (the library checks neither name nor issuer unless told). For one thread.
 */
final class FtpsConnection extends FTPSClient {
  private final String host;
  private final SSLContext tls;

  /**
   * @param host whose name the certificate has to bear
   * @param implicit whether TLS starts with the first byte
   * @param trust null for whom the Java platform trusts
   */
  FtpsConnection(String host, boolean implicit, TlsTrust trust) throws IOException {
    this(host, implicit, trust == null ? platform() : trust.context());
  }

  private FtpsConnection(String host, boolean implicit, SSLContext tls) {
    super(implicit, tls);
    this.host = host;
    this.tls = tls;
    setEndpointCheckingEnabled(true);
  }

  private static SSLContext platform() throws IOException {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java platform has no TLS", e);
    }
  }

  /** Connected to a judged address, yet under the name that was asked for. */
  @Override
  protected void _connectAction_() throws IOException {
    _hostname_ = host;
    super._connectAction_();
  }

  /** Has the data connections made over TLS. */
  void protectData() throws IOException {
    execPBSZ(0);
    // Not execPROT: that would replace the socket factory.
    if (!FTPReply.isPositiveCompletion(sendCommand("PROT", "P"))) {
      throw new SSLException("the server does not protect data: reply " + getReplyCode());
    }
  }

  @Override
  protected Socket _openDataConnection_(String command, String argument) throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    if (plain == null) {
      return null;
    }
    try {
      SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException | RuntimeException e) {
      Quietly.run(plain::close);
      throw e;
    }
  }
}
