/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The version of the plate model: everything that its results depend on. */
final class PlateVersion {
  // To be raised whenever finding or reading plates changes.
  private static final String FINDING = "p1";

  private PlateVersion() {}

  /** Versions of the packages and of the finding; {@code not-installed} without the packages. */
  static String of(Path workersDirectory) {
    try {
      return packageVersion(workersDirectory, "tesseract.js")
          + "-"
          + packageVersion(workersDirectory, "@tesseract.js-data/eng")
          + "-"
          + FINDING;
    } catch (IOException e) {
      return "not-installed";
    }
  }

  private static String packageVersion(Path directory, String name) throws IOException {
    Path file = directory.resolve("node_modules").resolve(name).resolve("package.json");
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    return json.path("version").asText();
  }
}
