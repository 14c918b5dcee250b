/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Record;

/** The conformance queries of the language that need a model: faces, plates, whole pictures. */
@Tag("conformance")
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureConformanceTest {
  private PandaServer server;

  @BeforeAll
  void pictures(SharedServer.Shared shared) {
    server = shared.server();
    People people = People.find(server);
    assertThat(people.count()).isGreaterThanOrEqualTo(2);
    BufferedImage one = people.portrait(0);
    server.importFile("mayun1.jpeg", Pictures.jpeg(one));
    server.importFile(
        "mayun2.jpeg", Pictures.jpeg(Pictures.brighter(Pictures.mirrored(one), 1.15f)));
    server.importFile("lqd.jpeg", Pictures.jpeg(people.portrait(1)));
    server.importFile("two.jpg", Pictures.jpeg(people.group()));
    server.importFile("photo0.jpg", Pictures.jpeg(Pictures.scaled(one, 0.9)));
    server.importFile("car1.jpg", Pictures.jpeg(Pictures.car("NB666", 500, 333)));
    server.importFile("plate2.jpg", Pictures.jpeg(Pictures.car("HHMF442", 640, 480)));
    server.importFile("sky.png", Pictures.png(Pictures.plain(300, 200, Color.CYAN)));
  }

  @Test
  void theSameFaceAndAnother() {
    assertThat(server.value("return <file://mayun1.jpeg> ~: <file://mayun2.jpeg> as r").asBoolean())
        .isTrue();
    assertThat(server.value("return <file://mayun1.jpeg> ~: <file://lqd.jpeg> as r").asBoolean())
        .isFalse();
    assertThat(
            server.value("return <file://mayun1.jpeg> ~:face <file://lqd.jpeg> as r").asBoolean())
        .isFalse();
  }

  @Test
  void aFaceAgainstItself() {
    assertThat(server.value("return <file://mayun1.jpeg> :: <file://mayun1.jpeg> as r").asDouble())
        .isGreaterThan(0.7);
  }

  @Test
  void aPlateAsARegularExpression() {
    assertThat(server.value("return Blob.fromFile('car1.jpg') ~: '.*NB666.*' as r").asBoolean())
        .isTrue();
    assertThat(server.value("return Blob.fromFile('car1.jpg') ~: '.*NB667.*' as r").asBoolean())
        .isFalse();
  }

  @Test
  void thePlateOfAPicture() {
    assertThat(server.value("return <file://car1.jpg>->plateNumber as r").asString())
        .isEqualTo("NB666");
    assertThat(server.value("return <file://sky.png>->plateNumber as r").isNull()).isTrue();
  }

  @Test
  void theFeatureOfFacesOfANewNode() {
    List<List<Double>> features =
        server
            .value(
                "create (n:ConfTest{image:Blob.fromFile('two.jpg')}) return n.image->faceFeature as result")
            .asList(face -> face.asList(x -> x.asDouble()));

    assertThat(features).hasSizeGreaterThanOrEqualTo(2);
    assertThat(features).allSatisfy(feature -> assertThat(feature).hasSize(128));
    assertThat(server.value("match (n:ConfTest) return n.image->faceCount").asLong())
        .isEqualTo(features.size());
    assertThat(server.value("return <file://sky.png>->faceFeature").isNull()).isTrue();
    assertThat(server.value("return <file://sky.png>->faceCount").asLong()).isZero();
  }

  @Test
  void whatIsKnownOfAFace() {
    Record row =
        server
            .query(
                "with <file://mayun1.jpeg>->faces as faces return <file://mayun1.jpeg>->faces[0]->age,"
                    + " faces[0].gender, faces[0]->box->width, size(faces)")
            .get(0);

    assertThat(row.get(0).asDouble()).isBetween(1.0, 110.0);
    assertThat(row.get(1).asString()).isIn("male", "female");
    assertThat(row.get(2).asDouble()).isPositive();
    assertThat(row.get(3).asLong()).isPositive();
  }

  @Test
  void carsThatLookAlikeOfWhichOneHasThatPlate() {
    server.query(
        """
        create (:ConfCAR {name: 'first', photo: <file://plate2.jpg>}),
          (:ConfCAR {name: 'second', photo: <file://plate2.jpg>}),
          (:ConfCAR {name: 'sky', photo: <file://sky.png>})
        """);

    List<Record> rows =
        server.query(
            "match (c1:ConfCAR), (c2:ConfCAR) where c1.photo ~: c2.photo and"
                + " c1.photo->plateNumber='HHMF442' return c2.name order by c2.name");

    assertThat(rows).extracting(row -> row.get(0).asString()).contains("first", "second");
    assertThat(rows).extracting(row -> row.get(0).asString()).doesNotContain("sky");
  }

  @Test
  void whoIsOnThatPhotoAndOldEnough() {
    server.query(
        """
        create (:ConfPerson {name: 'old', age: 55, photo: <file://mayun1.jpeg>}),
          (:ConfPerson {name: 'young', age: 5, photo: <file://mayun2.jpeg>}),
          (:ConfPerson {name: 'other', age: 60, photo: <file://lqd.jpeg>}),
          (:ConfPerson {name: 'unseen', age: 60})
        """);

    List<Record> rows =
        server.query(
            "match (n:ConfPerson) where n.photo ~: <file://photo0.jpg> and n.age > 30 return"
                + " n.name");

    assertThat(rows).extracting(row -> row.get(0).asString()).containsExactly("old");
  }

  @Test
  void whoIsOnThatPage() {
    server.query(
        """
        create (:ConfAuthor {name:'Tom Green', photo: <file://mayun1.jpeg>}),
          (:ConfPaper {title: 'together', screenshot: <file://two.jpg>}),
          (:ConfPaper {title: 'alone', screenshot: <file://lqd.jpeg>})
        """);

    List<Record> rows =
        server.query(
            "match (n:ConfAuthor {name:'Tom Green'}), (p:ConfPaper) where n.photo <: p.screenshot"
                + " return n.name, p.title");

    assertThat(rows).extracting(row -> row.get(1).asString()).containsExactly("together");
  }

  @Test
  void aSimilarityJoin() {
    server.query(
        """
        create (:ConfCar {name: 'a', photo: <file://car1.jpg>}),
          (:ConfCar {name: 'b', photo: <file://car1.jpg>}),
          (:ConfCar {name: 'c', photo: <file://sky.png>})
        """);

    List<Record> rows =
        server.query(
            "match (a:ConfCar),(b:ConfCar) where id(a) < id(b) and a.photo ~:0.9 b.photo return"
                + " a.name, b.name");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).values())
        .extracting(value -> value.asString())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theBestMatchesInOrder() {
    server.query(
        """
        create (:ConfTop {name: 'same', photo: <file://mayun1.jpeg>}),
          (:ConfTop {name: 'other', photo: <file://lqd.jpeg>})
        """);

    List<Record> rows =
        server.query(
            "match (n:ConfTop) return n.name order by n.photo :: $q desc limit 10",
            Map.of("q", server.value("return <file://photo0.jpg>")));

    assertThat(rows).extracting(row -> row.get(0).asString()).containsExactly("same", "other");
  }

  @Test
  void underAPatternOfSeveralHops() {
    server.query(
        """
        create (:ConfHop {name: 'me'})-[:KNOWS]->(:ConfHop {name: 'friend', photo: <file://lqd.jpeg>})
          -[:KNOWS]->(:ConfHop {name: 'friend of friend', photo: <file://mayun1.jpeg>})
        """);

    List<Record> rows =
        server.query(
            "match (p:ConfHop)-[:KNOWS*1..2]->(f) where p.name=$n and f.photo ~: $q return f.name",
            Map.of("n", "me", "q", server.value("return <file://photo0.jpg>")));

    assertThat(rows).extracting(row -> row.get(0).asString()).containsExactly("friend of friend");
  }
}
