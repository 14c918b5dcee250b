/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pandagraph.blob.Blob;

/** Sub-properties every blob has, from its reference alone: no store and no model is asked. */
public final class MetadataProperties {
  private static final Set<String> NAMES = Set.of("length", "mime", "mime1", "mime2", "digest");

  private MetadataProperties() {}

  /** Their names, in alphabetical order. */
  public static TreeSet<String> names() {
    return new TreeSet<>(NAMES);
  }

  /** Whether there is one of this name. */
  public static boolean has(String name) {
    return NAMES.contains(name);
  }

  /**
   * The value of one: {@code length} in bytes as a Long; {@code mime} ({@code image/png}), {@code
   * mime1} ({@code image}), {@code mime2} ({@code png}) and {@code digest} (SHA-256, 64 lower-case
   * hexadecimal digits) as Strings. Empty where there is none of that name.
   */
  public static Optional<Object> of(Blob blob, String name) {
    String mime = blob.mimeType();
    int slash = mime.indexOf('/');
    switch (name) {
      case "length":
        return Optional.of(blob.length());
      case "mime":
        return Optional.of(mime);
      case "mime1":
        return Optional.of(mime.substring(0, slash));
      case "mime2":
        return Optional.of(mime.substring(slash + 1));
      case "digest":
        return Optional.of(blob.digest().toHex());
      default:
        return Optional.empty();
    }
  }
}
