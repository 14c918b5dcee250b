/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.client.AipmClientConfig;
import org.pandagraph.aipm.client.HttpAipmClient;
import org.pandagraph.aipm.wire.ValueDomain;

/** The program as it is run, in a process of its own. */
class AipmServerTest {
  @TempDir Path directory;

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                AipmServer.class.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PANDA_AIPM_TOKEN");
    builder.redirectError(directory.resolve("stderr").toFile());
    return builder.start();
  }

  private int exitCode(String... arguments) throws Exception {
    Process process = start(arguments);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String stderr() throws IOException {
    return Files.readString(directory.resolve("stderr"));
  }

  @Test
  void saysWhereItListensAndStopsWhenToldTo() throws Exception {
    Path token = Files.writeString(directory.resolve("token"), "secret\n");
    Process process =
        start("--port", "0", "--token-file", token.toString(), "--cache-dir", directory + "/cache");
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).as(stderr()).matches("AIPM listening on http://127\\.0\\.0\\.1:\\d+");
      URI url = URI.create(line.substring(line.indexOf("http")));
      AipmClientConfig config = AipmClientConfig.builder().url(url).token("secret").build();
      try (HttpAipmClient client = HttpAipmClient.create(config)) {
        assertThat(client.catalogue().propertyNames(ValueDomain.of("application/pdf")))
            .contains("text", "title", "pageCount", "author");
        assertThat(client.catalogue().propertyNames(ValueDomain.of("image/jpeg")))
            .contains("width", "height", "exif", "barcode", "visualFeature", "takenAt");
      }
      // Process.destroy would close the stream that is read to its end here.
      assertThat(process.toHandle().destroy()).isTrue();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(out.readLine()).as("nothing else on standard output").isNull();
    } finally {
      process.destroyForcibly();
    }
    assertThat(directory.resolve("cache").toFile().list()).isEmpty();
  }

  @Test
  void exitCodesAreAsDocumented() throws Exception {
    assertThat(exitCode("--help")).isZero();
    assertThat(exitCode("--prot", "1")).isEqualTo(2);
    assertThat(exitCode("--port", "0")).isEqualTo(2);
    assertThat(stderr()).contains("--token-file");
    assertThat(exitCode("--port", "0", "--no-auth", "--host", "0.0.0.0")).isEqualTo(2);
    assertThat(stderr()).contains("loopback");
    assertThat(exitCode("--port", "0", "--token-file", directory + "/none")).isEqualTo(4);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(exitCode("--port", port, "--no-auth")).isEqualTo(3);
      assertThat(stderr()).contains(port);
    }
  }
}
