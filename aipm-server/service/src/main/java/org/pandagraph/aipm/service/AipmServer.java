/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.pandagraph.aipm.sdk.Model;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program. Prints one line, {@code AIPM listening on http://HOST:PORT}, to standard output when
 * it answers; its log goes to standard error. SIGTERM ends it.
 */
@Command(
    name = "aipm",
    mixinStandardHelpOptions = true,
    version = "aipm 0.1.0",
    sortOptions = false,
    description = "The AIPM service: models that say what is inside pictures and documents.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:help or version was shown",
      "1:an unexpected failure, shown on standard error",
      "2:wrong options, or no token",
      "3:the port cannot be opened",
      "4:the cache directory or the token file cannot be used",
      "130, 143:it was stopped by SIGINT, SIGTERM"
    },
    footerHeading = "%nEnvironment:%n",
    footer = "  PANDA_AIPM_TOKEN   the bearer token, where there is no --token-file")
public final class AipmServer implements Callable<Integer> {
  static final int BIND_FAILED = 3;
  static final int FILES_FAILED = 4;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "7690",
      description = "port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--token-file", description = "file with the bearer token that callers must send")
  private Path tokenFile;

  @Option(names = "--no-auth", description = "ask for no token; on a loopback address only")
  private boolean noAuth;

  @Option(
      names = "--workers-dir",
      description = "folder with the Node workers (package.json, node_modules)")
  private Path workersDir;

  @Option(
      names = "--cache-dir",
      description = "folder for contents; emptied at start (default: a temporary one)")
  private Path cacheDir;

  @Option(
      names = "--cache-bytes",
      defaultValue = "1g",
      converter = ByteSize.class,
      description = "bytes of all contents kept, with k, m or g (default: ${DEFAULT-VALUE})")
  private long cacheBytes;

  @Option(
      names = "--max-blob-bytes",
      defaultValue = "256m",
      converter = ByteSize.class,
      description = "bytes of one content (default: ${DEFAULT-VALUE})")
  private long maxBlobBytes;

  @Option(
      names = "--max-body-bytes",
      defaultValue = "64m",
      converter = ByteSize.class,
      description = "bytes of one JSON request (default: ${DEFAULT-VALUE})")
  private long maxBodyBytes;

  @Option(
      names = "--max-batch",
      defaultValue = "1024",
      description = "items in one request (default: ${DEFAULT-VALUE})")
  private int maxBatch;

  @Option(
      names = "--threads",
      description =
          "requests of a class worked on at once (default: number of processors, at least 2)")
  private Integer threads;

  @Option(
      names = "--queue",
      defaultValue = "64",
      description = "requests of a class that may wait (default: ${DEFAULT-VALUE})")
  private int queue;

  @Option(
      names = "--result-cache-bytes",
      defaultValue = "32m",
      converter = ByteSize.class,
      description = "bytes of results kept in memory (default: ${DEFAULT-VALUE})")
  private long resultBytes;

  private Path temporary;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs until it is stopped, then exits with a documented code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new AipmServer()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    checkRanges();
    CountDownLatch stopped = new CountDownLatch(1);
    try (AipmService service = start()) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    service.close();
                    deleteTemporary();
                    stopped.countDown();
                  }));
      System.out.println("AIPM listening on http://" + address() + ":" + service.port());
      System.out.flush();
      stopped.await();
      return 0;
    } catch (JavalinBindException e) {
      return failed(
          BIND_FAILED, "cannot listen on " + address() + ":" + port + ": " + e.getMessage());
    } catch (IOException e) {
      return failed(FILES_FAILED, e.getMessage());
    }
  }

  private AipmService start() throws IOException {
    String token = token();
    if (workersDir != null) {
      System.setProperty("panda.workers.dir", workersDir.toAbsolutePath().toString());
    }
    if (cacheDir == null) {
      temporary = Files.createTempDirectory("panda-aipm-");
    }
    return AipmService.start(
        new ServiceConfig(
            host,
            port,
            token,
            cacheDir != null ? cacheDir : temporary,
            cacheBytes,
            maxBlobBytes,
            (int) maxBodyBytes,
            maxBatch,
            threads != null ? threads : Math.max(2, Runtime.getRuntime().availableProcessors()),
            queue,
            resultBytes),
        models());
  }

  /** A model that cannot even be made must not keep the others from answering. */
  private static List<Model> models() {
    List<Model> models = new ArrayList<>();
    ServiceLoader.load(Model.class).stream()
        .forEach(
            provider -> {
              try {
                models.add(provider.get());
              } catch (ServiceConfigurationError e) {
                System.err.println("aipm: left out " + provider.type().getName() + ": " + e);
              }
            });
    return models;
  }

  private void deleteTemporary() {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      System.err.println("aipm: " + temporary + " is left behind: " + e.getMessage());
    }
  }

  private void checkRanges() {
    check(port >= 0 && port <= 65_535, "--port is between 0 and 65535");
    check(maxBatch >= 1, "--max-batch is at least 1");
    check(queue >= 1, "--queue is at least 1");
    check(threads == null || threads >= 1, "--threads is at least 1");
    check(maxBodyBytes >= 1024 && maxBodyBytes <= 1 << 30, "--max-body-bytes is between 1k and 1g");
    check(maxBlobBytes >= 1, "--max-blob-bytes is at least 1");
    check(cacheBytes >= maxBlobBytes, "--cache-bytes is at least --max-blob-bytes");
  }

  private void check(boolean holds, String message) {
    if (!holds) {
      throw new CommandLine.ParameterException(spec.commandLine(), message);
    }
  }

  private String token() throws IOException {
    if (noAuth) {
      check(isLoopback(), "--no-auth is allowed on a loopback address only, not on " + host);
      return null;
    }
    String token =
        tokenFile != null ? Files.readString(tokenFile).trim() : System.getenv("PANDA_AIPM_TOKEN");
    check(
        token != null && !token.isBlank(),
        "a token is needed: --token-file, or PANDA_AIPM_TOKEN, or --no-auth");
    return token.trim();
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private String address() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  private static int failed(int code, String message) {
    System.err.println("aipm: " + message);
    return code;
  }
}
