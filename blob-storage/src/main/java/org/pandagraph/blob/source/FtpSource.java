/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/**
 * {@code ftp} and {@code ftps} URIs: {@code ftp://user:password@host:port/path}, without a user
 * anonymously. The path is relative to where the login leads; {@code %2F} at its start makes it
 * absolute (RFC 1738 section 3.2.2). Passive mode only, and data comes from the address of the
 * control connection only, whatever address the server names.
 *
 * <p>{@code ftps} without a port, or with 990, is TLS from the first byte; with any other port the
 * connection is upgraded (AUTH TLS). The server's certificate is checked on both connections.
 */
final class FtpSource implements ContentSource {
  private static final int IMPLICIT_TLS_PORT = 990;

  private final SourcePolicy policy;
  private final TlsTrust trust;

  /**
   * @param trust null for whom the Java platform trusts
   */
  FtpSource(SourcePolicy policy, TlsTrust trust) {
    this.policy = policy;
    this.trust = trust;
  }

  @Override
  public InputStream open(SourceUri uri, Fetch fetch) throws IOException {
    HttpUrl url = uri.location();
    boolean secure = uri.scheme().equals("ftps");
    int port = uri.port(secure ? IMPLICIT_TLS_PORT : FTP.DEFAULT_PORT);
    String path = RemotePath.of(uri).substring(1);
    InetAddress address = fetch.pin(url.host());
    FTPClient client =
        secure ? new FtpsConnection(url.host(), port == IMPLICIT_TLS_PORT, trust) : new FTPClient();
    try {
      connect(client, fetch, address, port);
      login(client, uri, url);
      return retrieve(client, uri, path);
    } catch (IOException | RuntimeException e) {
      Quietly.run(client::disconnect);
      throw e;
    }
  }

  private void connect(FTPClient client, Fetch fetch, InetAddress address, int port)
      throws IOException {
    client.setSocketFactory(fetch);
    client.setConnectTimeout((int) policy.connectTimeout().toMillis());
    client.setDefaultTimeout((int) policy.readTimeout().toMillis());
    client.setDataTimeout(policy.readTimeout());
    client.setControlEncoding(StandardCharsets.UTF_8.name());
    client.connect(address, port);
  }

  private static void login(FTPClient client, SourceUri uri, HttpUrl url) throws IOException {
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw refused(client, uri, "does not take the connection");
    }
    boolean anonymous = url.username().isEmpty();
    boolean taken =
        client.login(
            anonymous ? "anonymous" : RemotePath.line(url.username()),
            anonymous ? "anonymous@" : RemotePath.line(url.password()));
    if (!taken) {
      throw refused(client, uri, "refuses the login");
    }
    if (client instanceof FtpsConnection) {
      ((FtpsConnection) client).protectData();
    }
    client.enterLocalPassiveMode();
    if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
      throw refused(client, uri, "cannot send bytes as they are");
    }
  }

  private InputStream retrieve(FTPClient client, SourceUri uri, String path) throws IOException {
    BoundedContent.requireAllowed(length(client.getSize(path)), policy.maxBytes());
    InputStream data = client.retrieveFileStream(path);
    if (data == null) {
      throw refused(client, uri, "does not give the file");
    }
    return new Transfer(client, data, uri);
  }

  /** Not every server knows sizes. */
  private static long length(String size) {
    try {
      return size == null ? -1 : Long.parseLong(size.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static BlobIOException refused(FTPClient client, SourceUri uri, String what) {
    return new BlobIOException(
        BlobErrorCode.SOURCE_FAILED,
        uri.shown() + ": the server " + what + " (reply " + client.getReplyCode() + ")");
  }

  /** The data connection; its end counts only once the server has said that all was sent. */
  private static final class Transfer extends FilterInputStream {
    private final FTPClient client;
    private final SourceUri uri;
    private boolean complete;

    Transfer(FTPClient client, InputStream data, SourceUri uri) {
      super(data);
      this.client = client;
      this.uri = uri;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (complete) {
        return -1;
      }
      int count = in.read(into, offset, length);
      if (count < 0) {
        in.close();
        if (!client.completePendingCommand()) {
          throw refused(client, uri, "broke the transfer off");
        }
        complete = true;
      }
      return count;
    }

    @Override
    public void close() {
      Quietly.run(in::close);
      Quietly.run(client::disconnect);
    }
  }
}
