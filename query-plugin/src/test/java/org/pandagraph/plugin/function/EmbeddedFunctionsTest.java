/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.pandagraph.plugin.error.PluginErrorCode.CONTENT_LOST;
import static org.pandagraph.plugin.error.PluginErrorCode.CONTENT_TOO_LARGE;
import static org.pandagraph.plugin.error.PluginErrorCode.CONTENT_UNREADABLE;
import static org.pandagraph.plugin.error.PluginErrorCode.INVALID_ARGUMENT;
import static org.pandagraph.plugin.error.PluginErrorCode.MALFORMED_LITERAL;
import static org.pandagraph.plugin.error.PluginErrorCode.RESOURCE_NOT_ALLOWED;
import static org.pandagraph.plugin.error.PluginErrorCode.RESOURCE_NOT_FOUND;
import static org.pandagraph.plugin.error.PluginErrorCode.WRONG_TYPE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.file.FileBlobStore;
import org.pandagraph.blob.source.SourcePolicy;
import org.pandagraph.blob.source.StandardBlobSources;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
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
    Files.writeString(imports.resolve("long.txt"), "x".repeat(2000));
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

  @Test
  void nullGivesNull() {
    List<String> calls =
        List.of(
            "fromFile(null)",
            "fromURL(null)",
            "fromBytes(null)",
            "fromString(null, 'UTF-8')",
            "fromString('a', null)",
            "fromUTF8String(null)",
            "fromBase64(null)",
            "len(null)",
            "mime(null)",
            "mime1(null)",
            "mime2(null)",
            "is(null, 'a/b')",
            "is(Blob.empty(), null)",
            "toBytes(null)",
            "toBytes(null, 1, 2)",
            "toBytes(Blob.empty(), null, 2)",
            "toString(null, 'UTF-8')",
            "toUTF8String(null)",
            "toBase64(null)",
            "url(null)",
            "guessType(null)");
    for (String call : calls) {
      assertThat(neo4j.value("RETURN Blob." + call + " AS x")).as(call).isNull();
      // Not known to be null before it runs.
      String late = call.replace("null", "$nothing");
      assertThat(
              neo4j.value(
                  "RETURN Blob." + late + " AS x", Collections.singletonMap("nothing", null)))
          .as(late)
          .isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("badArguments")
  void badArguments(String call, Object x, PluginErrorCode code, String message) {
    Map<String, Object> parameters = x == null ? Map.of() : Map.of("x", x);
    assertThat(failure("RETURN Blob." + call + " AS y", parameters))
        .satisfies(e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
        .hasMessageContaining(message);
    assertThat(neo4j.value("RETURN 1")).as("healthy").isEqualTo(1L);
  }

  static List<Arguments> badArguments() {
    return List.of(
        Arguments.of(
            "len($x)", 5L, WRONG_TYPE, "takes a blob (or bytes), not a value of type INTEGER"),
        Arguments.of("len($x)", "abc", WRONG_TYPE, "the STRING 'abc'"),
        Arguments.of("len([Blob.empty()])", null, WRONG_TYPE, "[b IN blobs | Blob.len(b)]"),
        Arguments.of("toBytes(Blob.empty(), 1)", null, INVALID_ARGUMENT, "offset 1 lies outside"),
        Arguments.of("toBytes(Blob.empty(), -1)", null, INVALID_ARGUMENT, "offset -1 lies outside"),
        Arguments.of("toBytes(Blob.empty(), 0, -1)", null, INVALID_ARGUMENT, "at least 0"),
        Arguments.of(
            "toString(Blob.empty(), 'UTF-9')", null, INVALID_ARGUMENT, "did you mean `UTF-"),
        Arguments.of("fromString('é', 'US-ASCII')", null, INVALID_ARGUMENT, "cannot express"),
        Arguments.of("toUTF8String(Blob.fromBytes([200]))", null, CONTENT_UNREADABLE, "`UTF-8`"),
        Arguments.of("fromBase64('a')", null, INVALID_ARGUMENT, "not base64"),
        Arguments.of("fromBytes([256])", null, INVALID_ARGUMENT, "item 0 is 256"),
        Arguments.of("fromBytes(['a'])", null, WRONG_TYPE, "item 0 is the STRING 'a'"),
        Arguments.of("fromBytes($x)", "abc", WRONG_TYPE, "bytes or a list of integers"),
        Arguments.of("fromBytes($x)", new byte[1025], CONTENT_TOO_LARGE, "max_bytes_in_memory"),
        Arguments.of("is(Blob.empty(), 'image')", null, INVALID_ARGUMENT, "'image/*', not 'image'"),
        Arguments.of("fromFile('absent.png')", null, RESOURCE_NOT_FOUND, "absent.png"),
        Arguments.of("fromFile('../secret')", null, RESOURCE_NOT_ALLOWED, "secret"),
        Arguments.of("fromURL('http://127.0.0.1/x')", null, RESOURCE_NOT_ALLOWED, "127.0.0.1"),
        Arguments.of("fromURL('gopher://x')", null, MALFORMED_LITERAL, "gopher"),
        Arguments.of(
            "toUTF8String(Blob.fromFile('long.txt'))", null, CONTENT_TOO_LARGE, "2000 bytes"),
        Arguments.of(
            "toBytes(Blob.fromFile('long.txt'))", null, CONTENT_TOO_LARGE, "piece by piece"),
        Arguments.of(
            "toBytes($x)",
            "pandablob:1:uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzaa:5:text/plain",
            WRONG_TYPE,
            "STRING"),
        Arguments.of(
            "toBytes($x)",
            "pandablob:1:uU0nuZNNPgilLlLX2n2r-sSE7-N6U4DukIj3rOLvzeE:5:text/plain",
            CONTENT_LOST,
            ""));
  }

  @Test
  void aLongContentIsReadPieceByPiece() {
    assertThat(
            neo4j.value(
                "WITH Blob.fromFile('long.txt') AS b"
                    + " RETURN size(Blob.toBytes(b, 0, 1000)) + size(Blob.toBytes(b, 1000, 1024))"))
        .isEqualTo(2000L);
  }

  @Test
  void namesAreCaseSensitive() {
    assertThatThrownBy(() -> neo4j.value("RETURN blob.len(Blob.empty())"))
        .hasMessageContaining("Unknown function 'blob.len'");
    assertThatThrownBy(() -> neo4j.value("RETURN Blob.LEN(Blob.empty())"))
        .hasMessageContaining("Unknown function 'Blob.LEN'");
  }

  @Test
  void everyFunctionIsDescribedAndInternalOnesAreNotShown() {
    List<Map<String, Object>> rows =
        neo4j.rows("SHOW FUNCTIONS YIELD name, description, signature", Map.of());
    assertThat(rows.stream().map(r -> r.get("name")).filter(n -> n.toString().startsWith("Blob")))
        .containsExactlyInAnyOrder(
            "Blob.fromFile",
            "Blob.fromURL",
            "Blob.fromBytes",
            "Blob.fromString",
            "Blob.fromUTF8String",
            "Blob.fromBase64",
            "Blob.empty",
            "Blob.len",
            "Blob.mime",
            "Blob.mime1",
            "Blob.mime2",
            "Blob.is",
            "Blob.toBytes",
            "Blob.toString",
            "Blob.toUTF8String",
            "Blob.toBase64",
            "Blob.url",
            "Blob.guessType");
    assertThat(rows)
        .filteredOn(r -> r.get("name").toString().startsWith("Blob"))
        .allSatisfy(r -> assertThat(r.get("description").toString()).isNotBlank());
    assertThat(rows.toString()).doesNotContain("panda.internal");
  }

  @Test
  void blobsArePropertiesLikeAnyOther() {
    neo4j.rows(
        """
        CREATE (a:P {name: 'a', photo: <base64://QUFB>, album: [<base64://QUFB>, <base64://QkJC>]})
          -[:R {stamp: Blob.fromUTF8String('stamp')}]->(b:P {name: 'b', photo: $bytes}),
          (:P {name: 'c', photo: $blob})
        """,
        Map.of(
            "bytes", "BBB".getBytes(StandardCharsets.UTF_8),
            "blob", neo4j.value("RETURN Blob.fromUTF8String('AAA')")));
    assertThat(neo4j.value("MATCH (n:P {name: 'a'}) RETURN [p IN n.album | Blob.toUTF8String(p)]"))
        .isEqualTo(List.of("AAA", "BBB"));
    assertThat(neo4j.value("MATCH ()-[r:R]->() RETURN Blob.toUTF8String(r.stamp)"))
        .isEqualTo("stamp");
    assertThat(neo4j.value("MATCH (n:P) WHERE n.photo = <base64://QUFB> RETURN collect(n.name)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("a", "c");
    assertThat(neo4j.value("MATCH (n:P) RETURN count(DISTINCT n.photo->digest)")).isEqualTo(2L);
    assertThat(neo4j.value("MATCH (n:P {name: 'b'}) RETURN n.photo->length")).isEqualTo(3L);
    assertThat(
            neo4j.value(
                "MATCH (a:P), (b:P) WHERE id(a) < id(b) AND a.photo ~: b.photo"
                    + " RETURN a.name + b.name"))
        .isEqualTo("ac");
    neo4j.rows("MATCH (n:P) REMOVE n.photo, n.album", Map.of());
    assertThat(neo4j.value("MATCH (n:P) RETURN count(n.photo)")).isEqualTo(0L);
    assertThat(neo4j.value("MATCH (n:P {name: 'a'}) RETURN n.photo->width")).isNull();
  }

  private static CypherPlusError failure(String statement, Map<String, Object> parameters) {
    Throwable thrown = catchThrowable(() -> neo4j.value(statement, parameters));
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof CypherPlusError) {
        return (CypherPlusError) t;
      }
    }
    throw new AssertionError("no CypherPlus error", thrown);
  }
}
