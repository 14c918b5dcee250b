/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.io.IOException;
import java.io.InputStream;

/** A content a model is asked about. Implementations are immutable. */
public interface Content {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  String digest();

  /** MIME type, such as {@code image/png}. */
  String mimeType();

  /** Length in bytes. */
  long length();

  /** Opens the content; called only where the service does not have it yet. */
  InputStream open() throws IOException;
}
