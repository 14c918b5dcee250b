/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmOptionsTest {
  @TempDir Path folder;

  @Test
  void eachLineIsAnOptionAndTheOneOfTheStartComesLast() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("neo4j.conf"),
            """
            # dbms.jvm.additional=-Dcommented=out
            dbms.jvm.additional=-XX:OnError=echo no; echo well
              dbms.jvm.additional = -Xss2m\t
            dbms.jvm.additional_other=-Xss3m
            dbms.jvm.additional=
            """);

    assertThat(JvmOptions.of(configuration, Map.of()))
        .containsExactly("-XX:OnError=echo no; echo well", "-Xss2m");
    assertThat(JvmOptions.of(configuration, Map.of("dbms.jvm.additional", "-Xss4m")))
        .containsExactly("-XX:OnError=echo no; echo well", "-Xss2m", "-Xss4m");
    assertThat(JvmOptions.of(configuration, Map.of("dbms.jvm.additional", "")))
        .containsExactly("-XX:OnError=echo no; echo well", "-Xss2m");
  }
}
