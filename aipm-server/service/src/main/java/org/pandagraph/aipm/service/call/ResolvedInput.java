/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.service.blob.PinnedBlob;
import org.pandagraph.aipm.wire.ValueDomain;

/** A value as a model sees it. */
final class ResolvedInput implements ModelInput {
  private final ValueDomain type;
  private final PinnedBlob blob;
  private final Object value;

  /** Of a blob where {@code blob} is not null. */
  ResolvedInput(ValueDomain type, PinnedBlob blob, Object value) {
    this.type = type;
    this.blob = blob;
    this.value = value;
  }

  @Override
  public ValueDomain type() {
    return type;
  }

  @Override
  public String digest() {
    return blob == null ? null : blob.digest();
  }

  @Override
  public long length() {
    return blob == null ? 0 : blob.length();
  }

  @Override
  public Path file() {
    if (blob == null) {
      throw new IllegalStateException("a value of type " + type + " has no file");
    }
    return blob.file();
  }

  @Override
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  @Override
  public Object value() {
    if (blob != null) {
      throw new IllegalStateException("a value of type " + type + " is a content");
    }
    return value;
  }
}
