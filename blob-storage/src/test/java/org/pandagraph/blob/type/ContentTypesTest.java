/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {
  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A0000000D49484452, image/png",
    "FFD8FFE000104A46494600010100, image/jpeg",
    "474946383961, image/gif",
    "52494646FFFFFFFF57454250, image/webp",
    "424D3A00000000000000360000002800000001000000010000000100180000000000, image/bmp",
    "255044462D312E37, application/pdf",
    "494433030000000000, audio/mpeg",
    "664C6143, audio/x-flac",
    "1F8B0800000000, application/gzip",
    "00, application/octet-stream",
    "FEFEFEFE01020304, application/octet-stream"
  })
  void knowsMagicNumbers(String hex, String type) {
    byte[] head = new byte[hex.length() / 2];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    assertThat(ContentTypes.of(head)).isEqualTo(type);
  }

  @Test
  void knowsTexts() {
    assertThat(ContentTypes.of("hello, world".getBytes(UTF_8))).isEqualTo("text/plain");
    assertThat(ContentTypes.of("沈志宏 and 杜一".repeat(20_000).getBytes(UTF_8)))
        .isEqualTo("text/plain");
    assertThat(ContentTypes.of("<html><body>x</body></html>".getBytes(UTF_8)))
        .isEqualTo("text/html");
    assertThat(ContentTypes.of("<?xml version='1.0'?><a><b/></a>".getBytes(UTF_8)))
        .isEqualTo("application/xml");
    assertThat(
            ContentTypes.of(
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)))
        .isEqualTo("image/svg+xml");
  }

  @Test
  void knowsNothingOfAnEmptyContent() {
    assertThat(ContentTypes.of(new byte[0])).isEqualTo(ContentTypes.UNKNOWN);
    assertThat(ContentTypes.of("%PDF-1.7".getBytes(UTF_8), 0)).isEqualTo(ContentTypes.UNKNOWN);
  }

  @Test
  void knowsArchives() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(1);
    }
    assertThat(ContentTypes.of(bytes.toByteArray())).isEqualTo("application/zip");
  }

  @Test
  void dependsOnTheHeadAlone() {
    byte[] head = Arrays.copyOf("%PDF-1.7\n".getBytes(ISO_8859_1), ContentTypes.HEAD_BYTES);
    byte[] more = Arrays.copyOf(head, head.length + 1000);
    Arrays.fill(more, head.length, more.length, (byte) 'x');
    assertThat(ContentTypes.of(more)).isEqualTo(ContentTypes.of(head)).isEqualTo("application/pdf");
  }

  @Test
  void doesNotExpandWhatAnXmlFileRefersTo() {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'>"
            + "<!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;'><!ENTITY z SYSTEM 'file:///etc/passwd'>]>"
            + "<a>&y;&z;</a>";
    assertThat(ContentTypes.of(bomb.getBytes(UTF_8))).isEqualTo("application/xml");
  }

  @Test
  void anInterruptChangesNoAnswer() {
    byte[] svg = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8);
    Thread.currentThread().interrupt();
    try {
      assertThat(ContentTypes.of(svg)).isEqualTo("image/svg+xml");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void neverGivesWhatAReferenceCannotHold() {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("replay with -Dtests.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] head = new byte[random.nextInt(300)];
      random.nextBytes(head);
      assertThat(ContentTypes.of(head)).matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
    }
  }
}
