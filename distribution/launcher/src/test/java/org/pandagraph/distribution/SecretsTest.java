/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void isMadeOnceAndForTheOwnerAlone() throws Exception {
    Path file = folder.resolve("token");

    String made = Secrets.readOrCreate(file);

    assertThat(made).hasSize(36);
    assertThat(Secrets.readOrCreate(file)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noSecretLooksLikeAnOption() throws IOException {
    for (int i = 0; i < 500; i++) {
      assertThat(Secrets.readOrCreate(folder.resolve("secret" + i))).matches("[0-9a-f]{36}");
    }
  }
}
