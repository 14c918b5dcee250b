/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.blob.BlobDigest;

/** What an extracted value depends on: the content, the model and its version. Immutable. */
final class ExtractionKey {
  /** About how many bytes a key and its entry take. */
  static final int BYTES = 192;

  private final BlobDigest digest;
  private final String model;
  private final String version;

  ExtractionKey(BlobDigest digest, ModelDescriptor extractor) {
    this.digest = digest;
    this.model = extractor.name();
    this.version = extractor.version();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ExtractionKey)) {
      return false;
    }
    ExtractionKey key = (ExtractionKey) other;
    return digest.equals(key.digest) && model.equals(key.model) && version.equals(key.version);
  }

  @Override
  public int hashCode() {
    return (digest.hashCode() * 31 + model.hashCode()) * 31 + version.hashCode();
  }
}
