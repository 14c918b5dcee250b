/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index must answer as Tika does, or not at all. */
class MagicIndexTest {
  private static final int FILES_A_FOLDER = 3_000;

  private final MimeTypes table =
      MimeTypes.getDefaultMimeTypes(MagicIndexTest.class.getClassLoader());
  private MagicIndex index;
  private Random random;

  @BeforeEach
  void load() {
    index = MagicIndex.of(table).orElseThrow();
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("replay with -Dtests.seed=" + seed);
    random = new Random(seed);
  }

  /** True where the index had an answer. */
  private boolean agrees(String what, byte[] head, int length) throws IOException {
    Optional<String> type = index.typeOf(head, length);
    if (type.isPresent()) {
      assertThat(type)
          .as(what)
          .hasValue(Detection.detect(new ByteArrayInputStream(head, 0, length)));
    }
    return type.isPresent();
  }

  @Test
  void agreesOnContentsThatBeginLikeEachMagic() throws Exception {
    TikaMagics magics = new TikaMagics(table);
    Set<String> types = new TreeSet<>();
    for (int i = 0; i < magics.magics().size(); i++) {
      for (Opening opening : magics.openings(magics.magics().get(i), i)) {
        for (byte[] example : examples(opening)) {
          agrees(opening.toString(), example, example.length);
          types.add(Detection.detect(new ByteArrayInputStream(example)));
        }
      }
    }
    // Otherwise the examples would not look like much.
    assertThat(types).hasSizeGreaterThan(200);
  }

  /** The bytes alone, cut off, amid noise, amid text, and one byte further on. */
  private List<byte[]> examples(Opening opening) {
    byte[] bytes = opening.example();
    int offset =
        opening.begin() + random.nextInt(Math.min(64, opening.end() - opening.begin() + 1));
    byte[] alone = place(new byte[offset + bytes.length], offset, bytes);
    byte[] noise = new byte[offset + bytes.length + random.nextInt(20_000)];
    random.nextBytes(noise);
    byte[] text = "It was a bright cold day in April.\n".repeat(300).getBytes(ISO_8859_1);
    return List.of(
        alone,
        Arrays.copyOf(alone, Math.max(1, alone.length - 1)),
        place(noise, offset, bytes),
        place(Arrays.copyOf(text, Math.max(text.length, alone.length)), offset, bytes),
        place(new byte[offset + 1 + bytes.length], offset + 1, bytes));
  }

  private static byte[] place(byte[] into, int offset, byte[] bytes) {
    System.arraycopy(bytes, 0, into, offset, bytes.length);
    return into;
  }

  @Test
  void agreesOnNoiseAndAnswersIt() throws Exception {
    int answered = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[1 + random.nextInt(i % 50 == 0 ? ContentTypes.HEAD_BYTES : 3_000)];
      random.nextBytes(noise);
      for (int j = 0; j < noise.length && i % 4 == 1; j++) {
        noise[j] = (byte) (32 + (noise[j] & 63));
      }
      if (agrees("noise " + i, noise, 1 + random.nextInt(noise.length))) {
        answered++;
      }
    }
    assertThat(answered).isEqualTo(2_000);
  }

  @Test
  void agreesOnRealFiles() throws Exception {
    int answered = 0;
    Path[] folders = {Path.of(System.getProperty("java.home")), Path.of("..").toAbsolutePath()};
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            (Iterable<Path>)
                files.filter(MagicIndexTest::isRegular).limit(FILES_A_FOLDER)::iterator) {
          byte[] head = head(file);
          if (head.length > 0 && agrees(file.toString(), head, head.length)) {
            answered++;
          }
        }
      }
    }
    assertThat(answered).isGreaterThan(100);
  }

  private static boolean isRegular(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ContentTypes.HEAD_BYTES);
    }
  }

  @Test
  void leavesWhatHasToBeLookedIntoToTika() throws Exception {
    byte[] svg = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8);

    assertThat(index.typeOf(svg, svg.length)).isEmpty();
    assertThat(ContentTypes.of(svg)).isEqualTo("image/svg+xml");
  }
}
