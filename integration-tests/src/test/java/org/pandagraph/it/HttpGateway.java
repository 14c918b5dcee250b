/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The blob gateway of a server, as an HTTP client sees it, and what the server holds open. */
final class HttpGateway {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PandaServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpGateway(PandaServer server) {
    this.server = server;
  }

  /** The gateway's address of a path below its mount point. */
  String uri(String path) {
    return server.endpoints().httpUri().replaceFirst("/+$", "") + "/panda" + path;
  }

  /** The path of a content, below the mount point. */
  static String path(String digest) {
    return "/db/neo4j/blob/" + digest;
  }

  String authorization() {
    String login = server.user() + ":" + server.password();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a request with the login of the server's user. */
  HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri(path)))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", authorization());
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets an address as it is, without a login. */
  HttpResponse<byte[]> getWithoutLogin(String uri, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<byte[]> post(byte[] content, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri("/db/neo4j/blob")))
            .POST(BodyPublishers.ofByteArray(content))
            .header("Authorization", authorization());
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Stores a content and gives its digest. */
  String stored(byte[] content) {
    HttpResponse<byte[]> answer = post(content);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + ": " + text(answer));
    }
    return json(answer).get("digest").asText();
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of the one error. */
  static String errorCode(HttpResponse<byte[]> answer) {
    JsonNode errors = json(answer).get("errors");
    if (errors == null || errors.size() != 1 || errors.get(0).get("message").asText().isBlank()) {
      throw new AssertionError("not one error: " + text(answer));
    }
    return errors.get(0).get("code").asText();
  }

  /** Opens a connection and sends this as it is; lines may end in a line feed alone. */
  Socket raw(String request) throws IOException {
    Socket socket = new Socket(server.endpoints().host(), server.endpoints().http());
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /**
   * Asks for a content and leaves it to the caller to read the answer, or not to.
   *
   * @param headers further lines, each with its line feed
   */
  Socket begun(String digest, String headers) throws IOException {
    return raw(
        "GET /panda"
            + path(digest)
            + " HTTP/1.1\nHost: x\nAuthorization: "
            + authorization()
            + "\n"
            + headers
            + "\n");
  }

  /** What comes back on a connection until the server closes it. */
  static String all(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
    } catch (IOException reset) {
      // Whatever came before counts.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** The file that holds a content. */
  Path file(String digest) {
    try (Stream<Path> files = Files.walk(server.home().data().resolve("panda/blobs"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(digest))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that writers of the store have begun. */
  long incoming() {
    Path incoming = server.home().data().resolve("panda/blobs/neo4j/incoming");
    try (Stream<Path> files = Files.list(incoming)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the blob store that Neo4j's process has open. */
  List<Path> open() {
    Path store = server.home().data().resolve("panda");
    try (Stream<Path> links = Files.list(Path.of("/proc/" + pid() + "/fd"))) {
      return links.map(HttpGateway::target).filter(file -> file.startsWith(store)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long pid() throws IOException {
    return server.home().neo4jPid().process().orElseThrow().pid();
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException closedMeanwhile) {
      return Path.of("");
    }
  }

  /** The value of a figure of the metrics page; 0 where it is not there. */
  double metric(String line) {
    return text(get("/metrics"))
        .lines()
        .filter(l -> l.startsWith(line + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(line.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
