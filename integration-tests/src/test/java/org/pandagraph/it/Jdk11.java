/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK 11: one of this machine's, or that of Debian 11 downloaded and unpacked into this module's
 * target folder. Nothing is installed: Debian 12's own package of the name would replace files of
 * the JDK 17.
 */
final class Jdk11 {
  private static final Path SCRIPT = Repository.ROOT.resolve("integration-tests/jdk11.sh");
  private static final Path UNPACKED = Repository.ROOT.resolve("integration-tests/target/jdk11");

  private static String failure = "";

  private Jdk11() {}

  /** Its Java home, if there is one or one can be had. */
  static Optional<Path> find() {
    try (Stream<Path> candidates =
        Files.exists(Path.of("/usr/lib/jvm"))
            ? Files.list(Path.of("/usr/lib/jvm"))
            : Stream.empty()) {
      Optional<Path> installed = candidates.filter(Jdk11::isJava11).findFirst();
      if (installed.isPresent()) {
        return installed;
      }
      String home =
          Programs.run(List.of("bash", SCRIPT.toString(), UNPACKED.toString()), Map.of()).trim();
      return Optional.of(Path.of(home)).filter(Jdk11::isJava11);
    } catch (IOException e) {
      failure = e.toString();
      return Optional.empty();
    } catch (AssertionError e) {
      failure = e.getMessage();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Why {@link #find} found none. */
  static String whyNot() {
    return failure;
  }

  private static boolean isJava11(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.exists(release)
          && Files.readString(release).contains("JAVA_VERSION=\"11.");
    } catch (IOException e) {
      return false;
    }
  }
}
