/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Photos of known people, labelled by hand: does {@code ~:face} see who is who? */
@Tag("conformance")
@ExtendWith(SharedServer.class)
class FacePairsTest {
  private static final int PAIRS = 120;
  private static final int RIGHT_AT_LEAST = 118;

  @Test
  void tellsWhoIsWhoAtTheDefaultThreshold(SharedServer.Shared shared) throws IOException {
    Path folder = Repository.sharedData("faces");
    PandaServer server = shared.server();
    try (Stream<Path> photos = Files.list(folder)) {
      for (Path photo : photos.filter(file -> file.toString().endsWith(".jpg")).toList()) {
        server.importFile("pairs-" + photo.getFileName(), Files.readAllBytes(photo));
      }
    }
    List<String> lines = Files.readAllLines(folder.resolve("pairs.csv"));

    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] pair = line.split(",", -1);
      boolean same =
          server
              .value(
                  "RETURN Blob.fromFile($a) ~:face Blob.fromFile($b)",
                  Map.of("a", "pairs-" + pair[0], "b", "pairs-" + pair[1]))
              .asBoolean();
      if (same != pair[2].trim().equals("Yes")) {
        wrong.add(line);
      }
    }

    System.out.println(
        (lines.size() - 1 - wrong.size()) + " of " + (lines.size() - 1) + " pairs right");
    assertThat(lines.size() - 1).isEqualTo(PAIRS);
    assertThat(wrong).hasSizeLessThanOrEqualTo(PAIRS - RIGHT_AT_LEAST);
  }
}
