/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.blob.source.SourcePolicy;
import org.pandagraph.blob.source.StandardBlobSources;
import org.pandagraph.plugin.testing.EmbeddedNeo4j;
import org.pandagraph.plugin.testing.FakeAipm;

/** The functions in a real DBMS, with a real store and real sources. */
@SuppressWarnings("unchecked")
class EmbeddedFunctionsTest {
  private static final String HELLO = "hello world";

  @TempDir static Path home;
  private static FileBlobStore store;
  private static StandardBlobSources sources;
  private static EmbeddedNeo4j neo4j;

  @BeforeAll
  static void start() throws Exception {
    Path imports = Files.createDirectories(home.resolve("import"));
    Files.writeString(imports.resolve("a.txt"), HELLO);
    Files.writeString(imports.resolve("50% b.txt"), "percent");
    store = FileBlobStore.open(home.resolve("blobs"));
    sources = new StandardBlobSources(SourcePolicy.builder().importDirectory(imports).build());
    neo4j =
        new EmbeddedNeo4j(
            home.resolve("neo4j"),
            Map.of("panda.blob.max_bytes_in_memory", "1k"),
            store,
            sources,
            new FakeAipm());
  }

  @AfterAll
  static void stop() {
    neo4j.close();
    sources.close();
    store.close();
  }

  @Test
  void literalsAndMetadata() {
    assertThat(neo4j.value("RETURN <file://a.txt>->length")).isEqualTo(11L);
    assertThat(neo4j.value("RETURN <base64://aGVsbG8gd29ybGQ=> = <file://a.txt>")).isEqualTo(true);
    assertThat(neo4j.value("RETURN <base64://>->length")).isEqualTo(0L);
    assertThat((String) neo4j.value("RETURN <base64://dGhpcyBpcyBhbiBleGFtcGxl>"))
        .startsWith(Blob.PREFIX);
  }

  @Test
  void blobsComeFromEverywhere() {
    String same =
        """
        RETURN [b IN [Blob.fromFile('a.txt'), Blob.fromURL('file://a.txt'), <file://a.txt>,
                      Blob.fromBytes($bytes), Blob.fromString($text, 'ISO-8859-1'),
                      Blob.fromBytes([104, 101, 108, 108, 111, 32, 119, 111, 114, 108, 100]),
                      Blob.fromUTF8String($text), Blob.fromBase64('aGVsbG8gd29ybGQ=')] |
                b->digest = $bytes->digest AND Blob.toUTF8String(b) = $text]
        """;
    byte[] bytes = HELLO.getBytes(StandardCharsets.UTF_8);
    assertThat((List<Object>) neo4j.value(same, Map.of("bytes", bytes, "text", HELLO)))
        .hasSize(8)
        .containsOnly(true);
    assertThat(neo4j.value("RETURN Blob.toUTF8String(Blob.fromFile('50% b.txt'))"))
        .isEqualTo("percent");
  }

  @Test
  void blobsTellWhatTheyAre() throws IOException {
    assertThat(
            neo4j
                .rows(
                    """
            WITH <file://a.txt> AS b
            RETURN Blob.len(b), Blob.mime(b), Blob.mime1(b), Blob.mime2(b), Blob.guessType(b),
              Blob.is(b, 'text/plain'), Blob.is(b, 'TEXT/*'), Blob.is(b, '*/*'),
              Blob.is(b, 'image/*'), Blob.toBytes(b), Blob.toBytes(b, 6, 3), Blob.toBytes(b, 6),
              Blob.toBytes(b, 11, 5), Blob.toString(b, 'US-ASCII'), Blob.toBase64(b), Blob.url(b)
            """,
                    Map.of())
                .get(0)
                .values())
        .containsExactly(
            11L,
            "text/plain",
            "text",
            "plain",
            "text/plain",
            true,
            true,
            true,
            false,
            HELLO.getBytes(StandardCharsets.UTF_8),
            "wor".getBytes(StandardCharsets.UTF_8),
            "world".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            HELLO,
            "aGVsbG8gd29ybGQ=",
            "ni:///sha-256;uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzek?ct=text/plain");
  }
}
