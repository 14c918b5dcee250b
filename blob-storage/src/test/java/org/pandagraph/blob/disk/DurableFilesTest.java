/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  @TempDir private Path folder;

  @Test
  void replacesAsAWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("a/b/file");
    DurableFiles.replace(file, "first");
    assertThatThrownBy(
            () ->
                DurableFiles.replace(
                    file,
                    out -> {
                      out.write('x');
                      throw new IOException("half way");
                    }))
        .hasMessage("half way");
    assertThat(file).hasContent("first");
    DurableFiles.replace(file, "second");
    assertThat(file).hasContent("second");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.draft");
  }

  @Test
  void deletesWhatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    DurableFiles.delete(file);
    DurableFiles.delete(file);
    assertThat(file).doesNotExist();
    DurableFiles.delete(folder.resolve("no/folder"));
  }

  @Test
  void anInterruptedThreadWritesAllTheSame() throws IOException {
    Path file = folder.resolve("file");
    Thread.currentThread().interrupt();
    try {
      DurableFiles.replace(file, "written");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(file).hasContent("written");
  }
}
