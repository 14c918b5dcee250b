/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ValueDomain;

/** A blob in a file, as the service hands it to a model. */
public record FileInput(ValueDomain type, Path file) implements ModelInput {
  public static FileInput of(String type, Path file) {
    return new FileInput(ValueDomain.of(type), file);
  }

  @Override
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long length() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public Object value() {
    throw new IllegalStateException("a blob");
  }
}
