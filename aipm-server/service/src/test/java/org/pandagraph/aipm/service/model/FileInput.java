/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ValueDomain;

/** A file as a model sees it. */
public record FileInput(Path file, ValueDomain type) implements ModelInput {
  public static FileInput of(Path file, String type) {
    return new FileInput(file, ValueDomain.of(type));
  }

  /** Writes a content into a directory. */
  public static FileInput of(Path directory, byte[] content, String type) throws IOException {
    return of(Files.write(Files.createTempFile(directory, "input", ".bin"), content), type);
  }

  @Override
  public String digest() {
    return "0".repeat(64);
  }

  @Override
  public long length() {
    return file.toFile().length();
  }

  @Override
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public Object value() {
    throw new IllegalStateException("a content");
  }
}
