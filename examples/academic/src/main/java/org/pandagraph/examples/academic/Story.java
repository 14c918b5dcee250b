/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** The demo from the first photo to the last answer. Used by one thread, once. */
final class Story {
  private static final String TO_PASTE =
      """
      MATCH path = (a:Author)-[:WROTE]->(p:Paper)
      WHERE a.photo ~: <file:/academic/visitor.jpg>
      RETURN path""";

  private final Session session;
  private final Path photos;
  private final Path folder;
  private final Progress progress;
  private final AcademicWorld world = new AcademicWorld();
  private final List<FoundFace> faces = new ArrayList<>();
  private int asked;
  private int right;

  /**
   * @param importDirectory the server's import folder
   * @param photos the folder with the group photos, {@code sample*.jpg}
   */
  Story(Session session, Path importDirectory, Path photos, Progress progress) {
    this.session = session;
    this.photos = photos;
    this.folder = importDirectory.resolve(Materials.FOLDER);
    this.progress = progress;
  }

  /** Whether every answer was right. */
  boolean tell() throws IOException {
    progress.heading("Who is on the group photos?");
    List<String> names = copyGroupPhotos();
    Map<String, FoundFace> cast = cast(names);

    progress.heading("Loading the graph");
    load(names, cast);

    progress.heading("Questions");
    byte[] visitor = Files.readAllBytes(folder.resolve(Materials.VISITOR));
    PaperQuestions papers = new PaperQuestions(world);
    ask(groupPhotos(names, faces));
    new PictureQuestions(world, cast, visitor).questions().forEach(this::ask);
    papers.beforeTheNamesAreTold().forEach(this::ask);
    ask(papers.disambiguation());
    ask(papers.remember());

    progress.say("");
    progress.say(right + " of " + asked + " answers are as they should be.");
    progress.say("");
    progress.say("To look at it, open Neo4j Browser and paste this:");
    progress.say("");
    TO_PASTE.lines().forEach(line -> progress.say("     " + line));
    return right == asked;
  }

  private List<String> copyGroupPhotos() throws IOException {
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(photos, "sample*.jpg")) {
      for (Path photo : found) {
        String name = photo.getFileName().toString();
        Files.copy(photo, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      throw new IllegalStateException("no group photos (sample*.jpg) in " + photos);
    }
    names.sort(null);
    return names;
  }

  private Map<String, FoundFace> cast(List<String> names) throws IOException {
    FaceFinder finder = new FaceFinder(session);
    for (String name : names) {
      progress.step(
          "RETURN <file://academic/" + name + ">->faces", () -> faces.addAll(finder.faces(name)));
    }
    Likeness[] likeness = new Likeness[1];
    progress.step(
        "comparing all " + faces.size() + " faces with each other (:::face)",
        () -> likeness[0] = finder.likeness(names, faces));
    Map<String, FoundFace> cast = Casting.choose(AcademicWorld.PERSONS, faces, likeness[0]);
    List<List<Object>> rows = new ArrayList<>();
    cast.forEach((who, f) -> rows.add(List.of(who, f.photo(), (long) f.index(), f.score())));
    progress.say("");
    progress.say("  The people of the story:");
    TextTable.lines(List.of("person", "photo", "face", "score"), rows)
        .forEach(line -> progress.say("    " + line));
    return cast;
  }

  private void load(List<String> names, Map<String, FoundFace> cast) throws IOException {
    progress.step(
        "portraits, PDF files and their page pictures into the import folder",
        () -> new Materials(folder, world, cast).write());
    GraphLoader loader = new GraphLoader(session, folder, world);
    progress.step("removing what an earlier run loaded", loader::clear);
    progress.step(names.size() + " group photos", () -> loader.groupPhotos(names));
    progress.step(world.authors().size() + " authors", loader::authors);
    for (Paper paper : world.papers()) {
      progress.step("paper '" + paper.title() + "'", () -> loader.paper(paper));
    }
    progress.step("citations and certain authorships", loader::relationships);
  }

  private Question groupPhotos(List<String> names, List<FoundFace> found) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : names) {
      List<Long> size = Materials.size(folder.resolve(name));
      long count = found.stream().filter(f -> f.photo().equals(name)).count();
      rows.add(List.of(name, size.get(0), size.get(1), count));
    }
    return new Question(
        "How large are the group photos, and how many people are on each?",
        """
        MATCH (g:GroupPhoto)
        RETURN g.name AS photo, g.photo->width AS width, g.photo->height AS height,
               g.photo->faceCount AS faces
        ORDER BY photo""",
        Expectation.inOrder(rows));
  }

  /**
   * A question that the server refuses is a wrong answer, and the others are asked all the same.
   */
  private void ask(Question question) {
    asked++;
    try {
      Answer answer = answer(question);
      right += answer.problem().isEmpty() ? 1 : 0;
      progress.answer(asked, question, answer);
    } catch (ServiceUnavailableException down) {
      throw down;
    } catch (Neo4jException refused) {
      progress.refusal(asked, question, refused.getMessage());
    }
  }

  private Answer answer(Question question) {
    long start = System.nanoTime();
    run(question);
    long first = System.nanoTime() - start;
    start = System.nanoTime();
    Rows answer = run(question);
    long again = System.nanoTime() - start;
    Optional<String> problem = question.expectation().problem(answer.rows());
    return new Answer(answer.columns(), answer.rows(), first, again, problem);
  }

  private Rows run(Question question) {
    Result result = session.run(question.cypher(), question.parameters());
    List<String> columns = result.keys();
    List<List<Object>> rows = new ArrayList<>();
    for (Record row : result.list()) {
      rows.add(row.values().stream().map(Value::asObject).toList());
    }
    return new Rows(columns, rows);
  }

  private record Rows(List<String> columns, List<List<Object>> rows) {}
}
