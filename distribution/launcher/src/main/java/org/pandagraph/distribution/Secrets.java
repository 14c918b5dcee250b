/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files with a password or token, readable and writable by their owner alone (mode 0600). */
final class Secrets {
  private static final int BYTES = 18;

  private Secrets() {}

  /** The secret in the file, made up and written first if the file is not there. */
  static String readOrCreate(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      // Hexadecimal digits: what starts with a hyphen is an option to neo4j-admin.
      write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).trim();
  }

  /** Writes the secret; the file never exists with wider permissions, not even for a moment. */
  static void write(Path file, String secret) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret);
  }
}
