/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The conformance queries of the language that are about blobs: literals, functions, properties.
 */
@Tag("conformance")
@ExtendWith(SharedServer.class)
class LiteralConformanceTest {
  private static final byte[] CAR = Pictures.jpeg(Pictures.car("NB666", 500, 333));
  private static final byte[] PORTRAIT = Pictures.png(Pictures.plain(40, 30, Color.PINK));

  private PandaServer server;
  private PictureWeb web;

  @BeforeEach
  void pictures(SharedServer.Shared shared) {
    server = shared.server();
    web = shared.web();
    server.importFile("car1.jpg", CAR);
    server.importFile("blob3.jpg", Pictures.jpeg(Pictures.plain(20, 10, Color.BLUE)));
    web.put("/u/2328905", PORTRAIT);
    web.put("/p4.png", PORTRAIT);
  }

  @Test
  void lengthAndTypeOfAFile() {
    Record row =
        server
            .query("return Blob.fromFile('car1.jpg')->length, Blob.fromFile('car1.jpg')->mime")
            .get(0);

    assertThat(row.keys())
        .containsExactly("Blob.fromFile('car1.jpg')->length", "Blob.fromFile('car1.jpg')->mime");
    assertThat(row.get(0).asLong()).isEqualTo(CAR.length);
    assertThat(row.get(1).asString()).isEqualTo("image/jpeg");
  }

  @Test
  void widthAndHeightOfAPicture() {
    Record row = server.query("return <file://car1.jpg>->width, <file://car1.jpg> ->height").get(0);

    assertThat(row.keys())
        .containsExactly("<file://car1.jpg>->width", "<file://car1.jpg> ->height");
    assertThat(row.get(0).asLong()).isEqualTo(500);
    assertThat(row.get(1).asLong()).isEqualTo(333);
  }

  @Test
  void base64Literals() {
    Record row =
        server
            .query(
                "return <base64://> , <base64://dGhpcyBpcyBhbiBleGFtcGxl>,"
                    + " Blob.len(<base64://>),"
                    + " Blob.toUTF8String(<base64://dGhpcyBpcyBhbiBleGFtcGxl>)")
            .get(0);

    assertThat(row.get(0).isNull()).isFalse();
    assertThat(row.get(2).asLong()).isZero();
    assertThat(row.get(3).asString()).isEqualTo("this is an example");
  }

  @Test
  void lengthOfWhatAUrlNames() {
    assertThat(server.value("return Blob.len(<" + web.uri("/u/2328905?s=460&v=4") + ">)").asLong())
        .isEqualTo(PORTRAIT.length);
  }

  @Test
  void aLiteralIsEvaluatedOnceHoweverManyRowsSeeIt() {
    web.put("/once.png", PORTRAIT);

    assertThat(
            server
                .value(
                    "unwind range(1, 50) as i return sum(Blob.len(<" + web.uri("/once.png") + ">))")
                .asLong())
        .isEqualTo(50L * PORTRAIT.length);
    assertThat(web.requests("/once.png")).isEqualTo(1);
  }

  @Test
  void subPropertiesOfStoredPictures() {
    server.query(
        "create (:Conf1 {name:'bluejoe', photo: $photo, car: $car})",
        Map.of("photo", PORTRAIT, "car", CAR));

    Record row =
        server.query("match (n:Conf1 {name:'bluejoe'}) return n.photo->mime, n.car->width").get(0);

    assertThat(row.get(0).asString()).isEqualTo("image/png");
    assertThat(row.get(1).asLong()).isEqualTo(500);
  }

  @Test
  void aUrlLiteralAsAProperty() {
    Value node =
        server.value(
            "create (b:Conf2 {name:'bluejoe', photo: <" + web.uri("/p4.png") + ">}) return b");

    assertThat(node.asNode().get("name").asString()).isEqualTo("bluejoe");
    assertThat(server.value("match (b:Conf2) return Blob.len(b.photo)").asLong())
        .isEqualTo(PORTRAIT.length);
  }

  @Test
  void blobsAloneAndInLists() {
    server.query(
        "create (:Conf3 {name:'bob', photo: <file://car1.jpg>,"
            + " album: [<file://car1.jpg>, <base64://aGk=>]})");

    Record row =
        server
            .query(
                "match (n:Conf3) where n.name='bob' return n.photo, n.album, Blob.len(n.photo),"
                    + " n.album[0] = n.photo, Blob.toUTF8String(n.album[1])")
            .get(0);

    assertThat(row.get(1).asList()).hasSize(2);
    assertThat(row.get(2).asLong()).isEqualTo(CAR.length);
    assertThat(row.get(3).asBoolean()).isTrue();
    assertThat(row.get(4).asString()).isEqualTo("hi");
  }

  @Test
  void bytesAsAParameterAreABlobAndComeBackAsOne() {
    Value out = server.value("return $BLOB", Map.of("BLOB", PORTRAIT));
    assertThat(server.value("return Blob.len($BLOB)", Map.of("BLOB", out)).asLong())
        .isEqualTo(PORTRAIT.length);

    server.query(
        "create (n:Conf4 {name:$NAME, photo:$BLOB})", Map.of("NAME", "x", "BLOB", PORTRAIT));
    assertThat(server.value("match (n:Conf4) return Blob.toBytes(n.photo)").asByteArray())
        .isEqualTo(PORTRAIT);
  }

  @Test
  void aBlobReadFromAPropertyCanBePassedBackAsAParameter() {
    server.query("create (:Conf5 {photo: <file://car1.jpg>})");
    Value blob = server.value("match (n:Conf5) return n.photo");

    server.query("match (n:Conf5) set n.copy = $blob", Map.of("blob", blob));

    assertThat(
            server
                .value("match (n:Conf5) return n.copy = n.photo and n.copy->width = 500")
                .asBoolean())
        .isTrue();
  }

  @Test
  void typesInAWhere() {
    server.query(
        "create (:Conf6 {name: 'png', photo: $png}), (:Conf6 {name: 'jpg', photo:"
            + " <file://car1.jpg>}), (:Conf6 {name: 'none'})",
        Map.of("png", PORTRAIT));

    List<Record> rows =
        server.query(
            "match (n:Conf6) where Blob.mime(n.photo)='image/png' and Blob.mime1(n.photo)='image'"
                + " return n.name");

    assertThat(rows).extracting(row -> row.get(0).asString()).containsExactly("png");
  }

  @Test
  void textToBlobAndBack() {
    assertThat(
            server
                .value("return Blob.toUTF8String(Blob.fromUTF8String('hello world')) as x")
                .asString())
        .isEqualTo("hello world");
  }

  @Test
  void removingBlobProperties() {
    server.query(
        "create (:conf7 {name:'mblob', blob1: <file://car1.jpg>, blob2: <base64://aGk=>})");

    Value node =
        server.value("match (n:conf7) where n.name='mblob' remove n.blob1, n.blob2 return n");

    assertThat(node.asNode().keys()).containsExactly("name");
  }

  @Test
  void settingABlobProperty() {
    server.query("create (:conf8 {name:'up_blob', blob1: <file://car1.jpg>})");

    server.query(
        "match (n:conf8) where n.name='up_blob' set n.blob1 = <file://blob3.jpg> return n");

    assertThat(server.value("match (n:conf8) return n.blob1->width").asLong()).isEqualTo(20);
  }

  @Test
  void aBlobOnARelationship() {
    server.query("create (:Conf9)-[:SHOWS {picture: <file://car1.jpg>}]->(:Conf9)");

    assertThat(server.value("match (:Conf9)-[r:SHOWS]->() return r.picture->height").asLong())
        .isEqualTo(333);
  }

  @Test
  void fileLiteralsInAllTheirForms() {
    Record row =
        server
            .query(
                "return <file://car1.jpg> = <file://./car1.jpg>, <FILE:/car1.jpg> ="
                    + " <file:///car1.jpg>, <file:/car1.jpg> = Blob.fromFile('car1.jpg')")
            .get(0);

    assertThat(row.values()).allSatisfy(value -> assertThat(value.asBoolean()).isTrue());
  }

  @Test
  void aRangeOfABlob() {
    assertThat(
            server
                .value("return Blob.toBytes(Blob.fromUTF8String('hello world'), 6, 3)")
                .asByteArray())
        .isEqualTo("wor".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void builtInSubPropertiesOfAnyBlob() {
    Record row =
        server
            .query(
                "with <base64://aGk=> as b return b->length, b->mime1, b->digest, b->mime,"
                    + " b->mime2, null->width")
            .get(0);

    assertThat(row.get(0).asLong()).isEqualTo(2);
    assertThat(row.get(1).asString() + "/" + row.get(4).asString())
        .isEqualTo(row.get(3).asString());
    assertThat(row.get(2).asString())
        .as("SHA-256 of hi")
        .isEqualTo("8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4");
    assertThat(row.get(5).isNull()).isTrue();
  }

  @Test
  void theFunctionsOfBlobs() {
    Record row =
        server
            .query(
                """
                WITH Blob.fromString('Grüße', 'ISO-8859-1') AS latin, Blob.fromUTF8String('Grüße') AS utf8
                RETURN Blob.len(latin) AS latin, Blob.len(utf8) AS utf8,
                  Blob.toString(latin, 'ISO-8859-1') AS text, Blob.toBase64(Blob.fromBase64('aGk=')) AS base64,
                  Blob.len(Blob.empty()) AS empty, Blob.is(<file://car1.jpg>, 'image/jpeg') AS jpeg,
                  Blob.mime2(<file://car1.jpg>) AS subtype, Blob.guessType(<file://car1.jpg>) AS guessed,
                  Blob.len(Blob.fromBytes($bytes)) AS bytes
                """,
                Map.of("bytes", new byte[] {1, 2, 3}))
            .get(0);

    assertThat(row.get("latin").asLong()).isEqualTo(5);
    assertThat(row.get("utf8").asLong()).isEqualTo(7);
    assertThat(row.get("text").asString()).isEqualTo("Grüße");
    assertThat(row.get("base64").asString()).isEqualTo("aGk=");
    assertThat(row.get("empty").asLong()).isZero();
    assertThat(row.get("jpeg").asBoolean()).isTrue();
    assertThat(row.get("subtype").asString()).isEqualTo("jpeg");
    assertThat(row.get("guessed").asString()).isEqualTo("image/jpeg");
    assertThat(row.get("bytes").asLong()).isEqualTo(3);
  }
}
