/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.sdk;

import java.io.IOException;
import java.nio.file.Path;
import org.pandagraph.aipm.wire.ValueDomain;

/** One value a model is asked about. Immutable, thread-safe. */
public interface ModelInput {
  /** The value's type. */
  ValueDomain type();

  /** SHA-256 of a blob's content, 64 hexadecimal digits; null for a value that is no blob. */
  String digest();

  /** Length of a blob's content in bytes; 0 for a value that is no blob. */
  long length();

  /**
   * The file that holds a blob's content; must not be changed, and may go once the call returned.
   *
   * @throws IllegalStateException for a value that is no blob
   */
  Path file();

  /** The whole content of a blob. */
  byte[] bytes() throws IOException;

  /**
   * The value where it is no blob: String, Long, Double, Boolean, List or Map.
   *
   * @throws IllegalStateException for a blob
   */
  Object value();
}
