/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

/** Texts of a URI that become lines or paths of another protocol. */
final class RemotePath {
  private RemotePath() {}

  /** The decoded path of an ftp or sftp URI, with its first slash. */
  static String of(SourceUri uri) {
    String path = line(PercentDecoder.decode(uri.location().encodedPath()));
    if (path.endsWith("/")) {
      throw SourceUri.malformed(uri.shown() + " names a directory, not a file");
    }
    return path;
  }

  /** Refuses what would end a line and so start a command of its own. */
  static String line(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw SourceUri.malformed(
          "paths, user names and passwords have no control characters in them");
    }
    return text;
  }
}
