/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

class FileSourceTest extends SourceTest {
  @TempDir Path place;
  private Path inside;
  private Path root;
  private Path outside;

  @BeforeEach
  void layOut() throws IOException {
    inside = Files.createDirectories(place.resolve("import"));
    root = Files.createDirectories(place.resolve("root"));
    outside = Files.createDirectories(place.resolve("outside"));
    write(inside.resolve("a.txt"), "a");
    write(inside.resolve("with space.txt"), "space");
    write(inside.resolve("100%.txt"), "percent");
    write(inside.resolve("what?#.txt"), "marks");
    write(inside.resolve("sub/folder/b.txt"), "b");
    write(root.resolve("r.txt"), "r");
    write(outside.resolve("secret.txt"), "secret");
    configure(SourcePolicy.builder().importDirectory(inside).additionalRoots(List.of(root)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file://./a.txt",
        "file://a.txt",
        "file:/a.txt",
        "file:///a.txt",
        "FILE://a.txt",
        "file:a.txt",
        "file://sub/../a.txt",
        "file://%61.txt"
      })
  void readsFromTheImportDirectory(String uri) throws IOException {
    assertThat(text(uri)).isEqualTo("a");
  }

  @Test
  void readsFoldersSpacesAndOddNames() throws IOException {
    assertThat(text("file://sub/folder/b.txt")).isEqualTo("b");
    assertThat(text("file:/sub/folder/b.txt")).isEqualTo("b");
    assertThat(text("file:///sub/folder/b.txt")).isEqualTo("b");
    assertThat(text("file://with space.txt")).isEqualTo("space");
    assertThat(text("file://with%20space.txt")).isEqualTo("space");
    assertThat(text("file://what?#.txt")).isEqualTo("marks");
    assertThat(text("file://100%25.txt")).isEqualTo("percent");
  }

  @Test
  void readsAPathAsItIs() throws IOException {
    for (String path :
        List.of("100%.txt", "./100%.txt", inside + "/100%.txt", "file:/100%25.txt")) {
      assertThat(bytes(sources.readFile(path, store))).asString().isEqualTo("percent");
    }
  }

  @Test
  void readsAbsolutePathsInTheRoots() throws IOException {
    assertThat(text("file://" + inside + "/a.txt")).isEqualTo("a");
    assertThat(text("file:" + inside + "/a.txt")).isEqualTo("a");
    assertThat(text("file://" + root + "/r.txt")).isEqualTo("r");
    assertRefused("file://r.txt", BlobErrorCode.FILE_NOT_FOUND, "'r.txt'", inside.toString());
  }

  @Test
  void refusesWhatLiesOutside() {
    for (String uri :
        List.of(
            "file://" + outside + "/secret.txt",
            "file://" + outside + "/no-such.txt",
            "file:///etc/passwd",
            "file://../outside/secret.txt",
            "file://../outside/no-such.txt",
            "file://sub/../../outside/secret.txt",
            "file://%2e%2e/outside/secret.txt",
            "file://..%2Foutside%2Fsecret.txt",
            "file:///../outside/secret.txt",
            "file://" + inside + "/../outside/secret.txt",
            "file://" + inside + "-beside/x")) {
      assertRefused(
          uri,
          BlobErrorCode.FILE_NOT_ALLOWED,
          inside.toString(),
          SourcePolicy.IMPORT_DIRECTORY,
          SourcePolicy.ADDITIONAL_ROOTS);
    }
  }

  @Test
  void saysWhereItLooked() {
    assertRefused("file://no.txt", BlobErrorCode.FILE_NOT_FOUND, "'no.txt'", inside.toString());
    assertRefused("file:/no.txt", BlobErrorCode.FILE_NOT_FOUND, "'/no.txt'", inside.toString());
    assertRefused("file://" + inside + "/no.txt", BlobErrorCode.FILE_NOT_FOUND, inside.toString());
    assertRefused("file://a.txt/b", BlobErrorCode.FILE_NOT_FOUND, "a.txt/b");
  }

  @Test
  void refusesMalformedPaths() {
    assertRefused("file://", BlobErrorCode.MALFORMED_URI, "empty");
    assertRefused("file://%zz", BlobErrorCode.MALFORMED_URI, "hexadecimal", "%25");
    assertRefused("file://a%2", BlobErrorCode.MALFORMED_URI, "hexadecimal");
    assertRefused("file://a%C3.txt", BlobErrorCode.MALFORMED_URI, "UTF-8");
    assertRefused("file://a%00.txt", BlobErrorCode.MALFORMED_URI, "cannot be the path");
    assertRefused("a.txt", BlobErrorCode.MALFORMED_URI, "scheme");
    assertRefused("flie://a.txt", BlobErrorCode.MALFORMED_URI, "did you mean 'file'");
    assertRefused("htps://a", BlobErrorCode.MALFORMED_URI, "did you mean 'http");
    assertRefused("gopher://a", BlobErrorCode.MALFORMED_URI, "known schemes are file, http");
  }

  @Test
  void allowsNothingWhereNothingIsConfigured() {
    configure(SourcePolicy.builder());
    assertRefused("file://a.txt", BlobErrorCode.FILE_NOT_ALLOWED, "no import directory");
    assertRefused("file:///etc/passwd", BlobErrorCode.FILE_NOT_ALLOWED, "no import directory");
  }

  @Test
  void refusesLinksToTheOutside() throws IOException {
    Files.createSymbolicLink(inside.resolve("link.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(inside.resolve("folder"), outside);
    Files.createSymbolicLink(inside.resolve("sub/up"), Path.of("../../outside"));
    Files.createSymbolicLink(inside.resolve("chain"), inside.resolve("link.txt"));

    for (String name : List.of("link.txt", "folder/secret.txt", "sub/up/secret.txt", "chain")) {
      assertRefused("file://" + name, BlobErrorCode.FILE_NOT_ALLOWED, "link");
      assertRefused("file://" + inside + "/" + name, BlobErrorCode.FILE_NOT_ALLOWED, "link");
    }
  }

  @Test
  void followsLinksThatStayInsideAndRootsThatAreLinks() throws IOException {
    Files.createSymbolicLink(inside.resolve("near.txt"), inside.resolve("a.txt"));
    Files.createSymbolicLink(inside.resolve("to-root.txt"), root.resolve("r.txt"));
    assertThat(text("file://near.txt")).isEqualTo("a");
    assertThat(text("file://to-root.txt")).isEqualTo("r");

    Path link = Files.createSymbolicLink(place.resolve("import-link"), inside);
    configure(SourcePolicy.builder().importDirectory(link));
    assertThat(text("file://sub/folder/b.txt")).isEqualTo("b");
    assertThat(text("file://" + link + "/a.txt")).isEqualTo("a");
  }

  @Test
  void readsRegularFilesOnly() throws Exception {
    assertRefused("file://sub", BlobErrorCode.FILE_NOT_FOUND, "regular file");
    assertRefused("file://.", BlobErrorCode.FILE_NOT_FOUND, "regular file");
    assertRefused("file://" + root, BlobErrorCode.FILE_NOT_FOUND, "regular file");
    Process made = new ProcessBuilder("mkfifo", inside.resolve("pipe").toString()).start();
    assumeTrue(made.waitFor() == 0, "no mkfifo here");
    assertRefused("file://pipe", BlobErrorCode.FILE_NOT_FOUND, "regular file");
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "no /dev/zero here");
    configure(SourcePolicy.builder().additionalRoots(List.of(Path.of("/dev"))));
    assertRefused("file:///dev/zero", BlobErrorCode.FILE_NOT_FOUND, "regular file");
  }

  @Test
  void isBounded() throws IOException {
    configure(SourcePolicy.builder().importDirectory(inside).maxBytes(100_000));
    Files.write(inside.resolve("exact"), new byte[100_000]);
    Files.write(inside.resolve("more"), new byte[100_001]);

    assertThat(sources.read("file://exact", store).length()).isEqualTo(100_000);
    assertRefused("file://more", BlobErrorCode.TOO_LARGE, "100000", SourcePolicy.MAX_BYTES);
  }

  /** Another process swaps a file for a link to the outside all the time. */
  @Test
  void aSwappedLinkNeverEscapes() throws Exception {
    Path target = Files.createDirectories(inside.resolve("swap"));
    write(target.resolve("f.txt"), "good");
    Path file = inside.resolve("swapped.txt");
    Path link = inside.resolve("swapped-link");
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper =
        new Thread(
            () -> {
              try {
                while (!done.get()) {
                  Files.createSymbolicLink(link, outside.resolve("secret.txt"));
                  Files.move(link, file, StandardCopyOption.REPLACE_EXISTING);
                  Path copy = inside.resolve("copy");
                  Files.writeString(copy, "good");
                  Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    swapper.start();
    int read = 0;
    try {
      for (int i = 0; i < 3000; i++) {
        try {
          assertThat(text("file://swapped.txt")).isEqualTo("good");
          read++;
        } catch (BlobException refused) {
          assertThat(refused.code())
              .isIn(BlobErrorCode.FILE_NOT_ALLOWED, BlobErrorCode.FILE_NOT_FOUND);
        }
      }
    } finally {
      done.set(true);
      swapper.join();
    }
    assertThat(read).isPositive();
  }
}
