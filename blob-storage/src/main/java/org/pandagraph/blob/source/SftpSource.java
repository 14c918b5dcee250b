/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;

/**
 * {@code sftp} URIs: {@code sftp://user:password@host:port/path}. The path is absolute; one that
 * starts with {@code /~/} is relative to where the login leads. Only servers whose key is in the
 * configured known-hosts file are talked to.
 */
final class SftpSource implements ContentSource {
  private static final int PORT = 22;

  private final SourcePolicy policy;

  SftpSource(SourcePolicy policy) {
    this.policy = policy;
  }

  @Override
  public InputStream open(SourceUri uri, Fetch fetch) throws IOException {
    HttpUrl url = uri.location();
    String path = RemotePath.of(uri);
    if (url.username().isEmpty()) {
      throw SourceUri.malformed("an sftp URI names its user: sftp://user:password@host/path");
    }
    InetAddress address = fetch.pin(url.host());
    Path knownHosts = knownHosts();
    Session session = null;
    try {
      JSch ssh = new JSch();
      ssh.setKnownHosts(knownHosts.toString());
      session = ssh.getSession(url.username(), url.host(), uri.port(PORT));
      session.setPassword(url.password().getBytes(StandardCharsets.UTF_8));
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
      session.setSocketFactory(new PinnedSockets(fetch, address));
      session.setServerAliveCountMax(0);
      session.setDaemonThread(true);
      session.connect((int) policy.readTimeout().toMillis());
      session.setTimeout((int) policy.readTimeout().toMillis());
      return retrieve(session, uri, path);
    } catch (JSchException e) {
      disconnect(session);
      throw describe(uri, url.host(), e);
    } catch (IOException | RuntimeException e) {
      disconnect(session);
      throw e;
    }
  }

  private Path knownHosts() {
    Path file =
        policy
            .knownHosts()
            .orElseThrow(
                () -> noKnownHosts("sftp literals are off: no file with servers' keys is set"));
    if (!Files.isReadable(file)) {
      throw noKnownHosts("the file with sftp servers' keys, " + file + ", cannot be read");
    }
    return file;
  }

  private static BlobException noKnownHosts(String what) {
    return new BlobException(
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        what + "; an administrator sets it with " + SourcePolicy.KNOWN_HOSTS + " (neo4j.conf)");
  }

  private InputStream retrieve(Session session, SourceUri uri, String path)
      throws IOException, JSchException {
    ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
    channel.connect((int) policy.readTimeout().toMillis());
    String name = literally(path.startsWith("/~/") ? path.substring(3) : path);
    try {
      SftpATTRS found = channel.stat(name);
      if (!found.isReg()) {
        throw new BlobIOException(
            BlobErrorCode.SOURCE_FAILED, uri.shown() + " is not a regular file");
      }
      BoundedContent.requireAllowed(found.getSize(), policy.maxBytes());
      return new Transfer(session, channel.get(name));
    } catch (SftpException e) {
      if (e.getCause() instanceof IOException) {
        throw (IOException) e.getCause();
      }
      throw new BlobIOException(
          BlobErrorCode.SOURCE_FAILED,
          uri.shown() + ": the server does not give the file (status " + e.id + ")",
          e);
    }
  }

  /** The library takes some characters for patterns. */
  private static String literally(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }

  private IOException describe(SourceUri uri, String host, JSchException e) {
    if (e.getCause() instanceof IOException) {
      return (IOException) e.getCause();
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("HostKey")) {
      return new BlobIOException(
          BlobErrorCode.ADDRESS_NOT_ALLOWED,
          "the key that the sftp server "
              + host
              + " shows is not the one in "
              + policy.knownHosts().map(Path::toString).orElse("")
              + "; an administrator adds it there ("
              + SourcePolicy.KNOWN_HOSTS
              + " in neo4j.conf)",
          e);
    }
    return new BlobIOException(
        BlobErrorCode.SOURCE_FAILED,
        uri.shown()
            + (message.startsWith("Auth")
                ? ": the server refuses the login"
                : " failed: " + message),
        e);
  }

  private static void disconnect(Session session) {
    if (session != null) {
      session.disconnect();
    }
  }

  /** The library names the host again; what it gets is the address that was judged. */
  private static final class PinnedSockets implements com.jcraft.jsch.SocketFactory {
    private final Fetch fetch;
    private final InetAddress address;

    PinnedSockets(Fetch fetch, InetAddress address) {
      this.fetch = fetch;
      this.address = address;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return fetch.createSocket(address, port);
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
      return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
      return socket.getOutputStream();
    }
  }

  /** A content whose end ends the session. */
  private static final class Transfer extends FilterInputStream {
    private final Session session;

    Transfer(Session session, InputStream data) {
      super(data);
      this.session = session;
    }

    @Override
    public void close() {
      // Not in.close(): that would wait for answers nobody needs.
      session.disconnect();
    }
  }
}
