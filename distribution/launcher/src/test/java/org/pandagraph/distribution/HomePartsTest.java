/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomePartsTest {
  @TempDir private Path folder;
  private HomeParts parts;
  private Home home;

  @BeforeEach
  void aBuild() throws IOException {
    parts = new HomeParts(folder.resolve("parts"));
    home = new Home(folder.resolve("home"));
    put(parts.parts().resolve("lib/a-1.jar"), "a");
    put(parts.parts().resolve("plugins/pandagraph.jar"), "ours");
  }

  @Test
  void copiesWhatTheBuildMade() throws IOException {
    parts.install(home, true);

    assertThat(home.lib().resolve("a-1.jar")).hasContent("a");
    assertThat(home.plugins().resolve("pandagraph.jar")).hasContent("ours");
    assertThat(home.importDirectory()).isDirectory();
  }

  @Test
  void aNewVersionReplacesTheOld() throws IOException {
    parts.install(home, true);
    Files.delete(parts.parts().resolve("lib/a-1.jar"));
    put(parts.parts().resolve("lib/a-2.jar"), "newer");

    parts.install(home, true);

    assertThat(home.lib()).isDirectoryNotContaining("glob:**a-1.jar");
    assertThat(home.lib().resolve("a-2.jar")).hasContent("newer");
  }

  @Test
  void leavesTheUsersPluginsAndWhatIsUpToDateAlone() throws IOException {
    parts.install(home, true);
    put(home.plugins().resolve("theirs.jar"), "theirs");
    Object key = Files.readAttributes(home.lib().resolve("a-1.jar"), "unix:ino").get("ino");

    parts.install(home, true);

    assertThat(home.plugins().resolve("theirs.jar")).exists();
    assertThat(Files.readAttributes(home.lib().resolve("a-1.jar"), "unix:ino"))
        .containsEntry("ino", key);
  }

  @Test
  void withoutThePluginItIsTakenOut() throws IOException {
    parts.install(home, true);

    parts.install(home, false);

    assertThat(home.plugins()).isEmptyDirectory();
  }

  @Test
  void saysWhatToDoWhenNothingIsBuilt() {
    HomeParts none = new HomeParts(folder.resolve("none"));

    assertThatThrownBy(() -> none.install(home, true))
        .isInstanceOfSatisfying(
            LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MISSING))
        .hasMessageContaining("./panda start");
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
