/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stores contents of any length through the server's blob gateway, in bounded memory. What it gives
 * is the value of a property: pass it to a query as a parameter soon, for the server collects what
 * no property refers to. Thread-safe.
 */
public final class BlobGateway {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int CREATED = 201;
  private static final String NOT_THE_SERVERS = "N/A";
  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI address;
  private final String authorization;

  /**
   * @param gateway as {@code CALL panda.status() YIELD gateway} gives it, such as {@code
   *     http://localhost:7474/panda}
   * @param database whose graph is going to refer to the contents
   */
  public BlobGateway(URI gateway, String database, String user, String password) {
    this.address =
        URI.create(gateway.toString().replaceFirst("/+$", "") + "/db/" + database + "/blob");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (Objects.requireNonNull(user) + ":" + Objects.requireNonNull(password))
                        .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Stores a file's content.
   *
   * @throws IOException as {@link #store(InputStream)}
   */
  public BlobReference store(Path file) throws IOException, InterruptedException {
    try (InputStream content = Files.newInputStream(file)) {
      return store(content);
    }
  }

  /**
   * Stores a content.
   *
   * @param content read to its end, not closed
   * @return its reference; the digest in it has been compared with what was sent
   * @throws BlobAccessException where the server refuses, with its code
   * @throws IOException where the content cannot be read or the server not be reached
   */
  public BlobReference store(InputStream content) throws IOException, InterruptedException {
    DigestInputStream sent = new DigestInputStream(content, sha256());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Accept", "text/plain")
            .POST(BodyPublishers.ofInputStream(() -> sent))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != CREATED) {
      Matcher code = CODE.matcher(answer.body());
      throw new BlobAccessException(
          code.find() ? code.group(1) : NOT_THE_SERVERS,
          address + " answered " + answer.statusCode() + ": " + answer.body(),
          null);
    }
    BlobReference reference =
        BlobReference.parse(answer.body())
            .orElseThrow(() -> wrong("gave no reference: " + answer.body()));
    if (!MessageDigest.isEqual(reference.digest(), sent.getMessageDigest().digest())) {
      throw wrong("stored something else: " + reference);
    }
    return reference;
  }

  private BlobAccessException wrong(String what) {
    return new BlobAccessException(NOT_THE_SERVERS, address + " " + what, null);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
