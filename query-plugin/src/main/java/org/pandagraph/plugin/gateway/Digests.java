/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.gateway;

import org.pandagraph.blob.BlobDigest;

/** Digests in paths. */
final class Digests {
  private Digests() {}

  /**
   * @throws GatewayError 404 where it is none: nothing has such a name
   */
  static BlobDigest of(String path) {
    try {
      return BlobDigest.fromHex(path);
    } catch (IllegalArgumentException e) {
      throw GatewayError.notFound(
          "A content is named by its SHA-256 in 64 hexadecimal digits: n.photo->digest.");
    }
  }
}
