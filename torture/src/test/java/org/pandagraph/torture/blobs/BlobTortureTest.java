/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine;

/** A few rounds of what {@code ./panda torture blobs} does fifty times. */
class BlobTortureTest {
  private static final Path ROOT =
      Path.of(System.getProperty("panda.root", "..")).toAbsolutePath().normalize();

  @Test
  void losesNothingAndLeavesNothing() {
    int code =
        new CommandLine(new BlobTortureCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                "--parts",
                ROOT.resolve("distribution/target/home").toString(),
                "--work",
                ROOT.resolve("torture/target/test-servers").toString(),
                "--store",
                "hbase",
                "--rounds",
                "3");

    assertThat(code).isEqualTo(ExitCode.OK);
  }

  @Test
  void aWriteThatIsGoneIsLost() {
    Expectations expectations = new Expectations();
    SlotState photo = SlotState.EMPTY.withPhoto("a");
    expectations.acknowledged("1", photo);
    expectations.acknowledged("2", photo);

    Map<String, String> lost = expectations.settle(Map.of("1", photo));

    assertThat(lost).containsOnlyKeys("2");
    assertThat(expectations.current("2")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void aWriteWithoutAnswerMayBeThereOrNot() {
    SlotState before = SlotState.EMPTY.withPhoto("a");
    SlotState after = before.withAlbum(List.of("b", "c"));
    for (SlotState found : List.of(before, after)) {
      Expectations expectations = new Expectations();
      expectations.acknowledged("1", before);
      expectations.perhaps("1", after);

      assertThat(expectations.isCertain("1")).isFalse();
      assertThat(expectations.settle(Map.of("1", found))).isEmpty();
      assertThat(expectations.current("1")).isEqualTo(found);
    }
    Expectations expectations = new Expectations();
    expectations.acknowledged("1", before);
    expectations.perhaps("1", after);

    assertThat(expectations.settle(Map.of("1", SlotState.EMPTY))).containsOnlyKeys("1");
  }
}
