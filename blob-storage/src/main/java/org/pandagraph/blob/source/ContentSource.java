/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InputStream;

/** Gives the contents of the URIs of one or more schemes. Thread-safe. */
interface ContentSource {
  /**
   * Opens a content, checked against the policy.
   *
   * @param fetch makes the sockets, if there are any; closed by the caller after the content
   * @return closing it never fails
   * @throws org.pandagraph.blob.BlobException or {@link org.pandagraph.blob.BlobIOException} where
   *     the source itself knows what is wrong
   */
  InputStream open(SourceUri uri, Fetch fetch) throws IOException;
}
