/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;

/**
 * Loads the graph. Contents get in by each of the ways there are: a literal in the query, a file
 * named in a parameter, and bytes in a parameter.
 */
final class GraphLoader {
  private final Session session;
  private final Path folder;
  private final AcademicWorld world;

  /**
   * @param folder where {@link Materials} wrote its files
   */
  GraphLoader(Session session, Path folder, AcademicWorld world) {
    this.session = session;
    this.folder = folder;
    this.world = world;
  }

  /** Deletes what an earlier run of the demo loaded, and nothing else. */
  void clear() {
    run("MATCH (n:Academic) DETACH DELETE n", Map.of());
  }

  void groupPhotos(List<String> photos) {
    for (String photo : photos) {
      run(
          "CREATE (:Academic:GroupPhoto {name: $name, photo: " + literal(photo) + "})",
          Map.of("name", photo));
    }
  }

  void authors() {
    run(
        "UNWIND $rows AS row CREATE (:Academic:Institution {id: row.id, name: row.name,"
            + " country: row.country})",
        Map.of(
            "rows",
            world.institutions().stream()
                .map(i -> Map.of("id", i.id(), "name", i.name(), "country", i.country()))
                .toList()));
    for (Author author : world.authors()) {
      run(
          "MATCH (i:Institution {id: $institution}) CREATE (:Academic:Author {id: $id, name: $name,"
              + " aliases: $aliases, hIndex: $hIndex, photo: "
              + literal(Materials.portraitFile(author))
              + "})-[:WORKS_AT]->(i)",
          Map.of(
              "institution",
              author.institution().id(),
              "id",
              author.id(),
              "name",
              author.name(),
              "aliases",
              List.of(author.name(), initialled(author.name())),
              "hIndex",
              author.hIndex()));
    }
  }

  void paper(Paper paper) throws IOException {
    run(
        "CREATE (:Academic:Paper {id: $id, title: $title, year: $year, bylines: $bylines,"
            + " pdf: Blob.fromFile($pdf), screenshot: Blob.fromBytes($page)})",
        Map.of(
            "id",
            paper.id(),
            "title",
            paper.title(),
            "year",
            paper.year(),
            "bylines",
            paper.printedNames(),
            "pdf",
            Materials.FOLDER + "/" + Materials.pdfFile(paper),
            "page",
            Files.readAllBytes(folder.resolve(Materials.pageFile(paper)))));
  }

  /** Citations, and who wrote what where the name alone tells. */
  void relationships() {
    run(
        "UNWIND $rows AS row MATCH (p:Paper {id: row.paper}), (q:Paper {id: row.cited})"
            + " CREATE (p)-[:CITES]->(q)",
        Map.of(
            "rows",
            world.papers().stream()
                .flatMap(p -> p.cites().stream().map(c -> Map.of("paper", p.id(), "cited", c)))
                .toList()));
    run(
        "UNWIND $rows AS row MATCH (a:Author {id: row.author}), (p:Paper {id: row.paper})"
            + " CREATE (a)-[:WROTE]->(p)",
        Map.of(
            "rows",
            world.certainAuthorships().stream()
                .map(w -> Map.of("author", w.author().id(), "paper", w.paper().id()))
                .toList()));
  }

  /** {@code Tom Green} as it stands in a byline: {@code T. Green}. */
  static String initialled(String name) {
    return name.charAt(0) + "." + name.substring(name.lastIndexOf(' '));
  }

  private static String literal(String file) {
    return "<file://" + Materials.FOLDER + "/" + file + ">";
  }

  private void run(String query, Map<String, Object> parameters) {
    session.run(query, parameters).consume();
  }
}
