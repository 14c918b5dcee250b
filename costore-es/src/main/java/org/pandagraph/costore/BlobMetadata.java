/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a blob's reference says of its content, as values that predicates can ask for as they ask
 * for properties: under a key made of the property's. Only a property that holds a {@link
 * BlobReference} has them; one with another value has some that a co-store does not know.
 */
public enum BlobMetadata {
  /** In bytes; a Long. */
  LENGTH("length"),
  /** Such as {@code image/png}. */
  MIME("mime"),
  /** The first half of it, such as {@code image}. */
  MIME1("mime1"),
  /** The second half of it, such as {@code png}. */
  MIME2("mime2"),
  /** SHA-256: 64 lower-case hexadecimal digits. */
  DIGEST("digest");

  /** In no property key: Neo4j takes none with a null character. */
  private static final char SEPARATOR = '\u0000';

  private final String text;

  BlobMetadata(String text) {
    this.text = text;
  }

  /** Its name in CypherPlus. */
  public String text() {
    return text;
  }

  /** The one of a name as CypherPlus has it, such as {@code mime1}; empty where there is none. */
  public static Optional<BlobMetadata> named(String name) {
    return Arrays.stream(values()).filter(one -> one.text.equals(name)).findFirst();
  }

  /** The key to ask for it by, of a blob under a property's key. */
  public String keyOf(String property) {
    return property + SEPARATOR + text;
  }

  /** Its value. */
  public Object of(BlobReference blob) {
    String mime = blob.mimeType();
    int slash = mime.indexOf('/');
    switch (this) {
      case LENGTH:
        return blob.length();
      case MIME:
        return mime;
      case MIME1:
        return mime.substring(0, slash);
      case MIME2:
        return mime.substring(slash + 1);
      default:
        return blob.digest();
    }
  }

  /** Whether a predicate's key was made by {@link #keyOf}. */
  public static boolean isKey(String key) {
    return key.indexOf(SEPARATOR) >= 0;
  }

  /** Key of the property that a predicate's key is about: its own but for metadata. */
  public static String propertyOf(String key) {
    return isKey(key) ? key.substring(0, key.lastIndexOf(SEPARATOR)) : key;
  }

  /**
   * A predicate's key as CypherPlus writes it behind the property's: {@code ->mime}, or nothing.
   */
  public static String suffixOf(String key) {
    return isKey(key) ? "->" + key.substring(key.lastIndexOf(SEPARATOR) + 1) : "";
  }
}
