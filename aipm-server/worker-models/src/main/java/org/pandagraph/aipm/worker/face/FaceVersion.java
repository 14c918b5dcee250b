/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The version of the face model: everything that its results depend on. */
final class FaceVersion {
  // To be raised whenever decoding, scaling or the cutting of pages changes what the network sees.
  private static final String DECODING = "d1";
  private static final String PACKAGE = "node_modules/@vladmandic/face-api";

  private FaceVersion() {}

  /**
   * Version of the package, identity of the networks' files, version of the decoding; {@code
   * not-installed} where the packages are absent.
   */
  static String of(Path workersDirectory) {
    Path folder = workersDirectory.resolve(PACKAGE);
    try {
      String version =
          new ObjectMapper()
              .readTree(folder.resolve("package.json").toFile())
              .path("version")
              .asText();
      return version + "-" + identity(folder.resolve("model")) + "-" + DECODING;
    } catch (IOException e) {
      return "not-installed";
    }
  }

  private static String identity(Path networks) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(networks)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
