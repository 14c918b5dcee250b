/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Questions about what is on pictures, and who. */
final class PictureQuestions {
  private final AcademicWorld world;
  private final Map<String, FoundFace> cast;
  private final Map<String, Object> visitor;

  /**
   * @param cast which face each person has in truth
   * @param visitor the content of {@link Materials#VISITOR}
   */
  PictureQuestions(AcademicWorld world, Map<String, FoundFace> cast, byte[] visitor) {
    this.world = world;
    this.cast = Map.copyOf(cast);
    this.visitor = Map.of("photo", visitor);
  }

  List<Question> questions() {
    return List.of(
        portraits(), camera(), visitor(), groupPhoto(), mostAlike(), samePerson(), together());
  }

  private Question portraits() {
    List<List<Object>> rows =
        world.authors().stream()
            .<List<Object>>map(a -> List.of(a.name(), "image/jpeg", (long) a.photo().pixels(), 1L))
            .toList();
    return new Question(
        "What is on each author's photo, and how old does the model take the author for?",
        """
        MATCH (a:Author)
        RETURN a.name AS author, a.photo->mime AS mime, a.photo->width AS width,
               a.photo->faceCount AS faces, toInteger(a.photo->faces[0]->age) AS age""",
        Expectation.anyOrder(rows)
            .butColumn(4, "an age", v -> v instanceof Long age && age >= 0 && age <= 120));
  }

  private Question camera() {
    ExifNotes notes = Materials.VISITOR_NOTES;
    return new Question(
        "Which camera took the photo at the front desk?",
        """
        RETURN <file://academic/visitor.jpg>->cameraMake AS make,
               <file://academic/visitor.jpg>->cameraModel AS model""",
        Expectation.inOrder(List.of(List.of(notes.make(), notes.model()))));
  }

  private Question visitor() {
    return new Question(
        "Who is on the photo at the front desk? (a face: the photo is in nobody's record)",
        """
        MATCH (a:Author)
        WHERE a.photo ~: <file://academic/visitor.jpg>
        RETURN a.name AS author""",
        Expectation.anyOrder(cells(world.namesOf(Materials.VISITOR_PERSON))));
  }

  private Question groupPhoto() {
    return new Question(
        "Which group photo is this person on? The photo is a parameter; be stricter than usual.",
        """
        MATCH (g:GroupPhoto)
        WHERE g.photo >:face/0.6 $photo
        RETURN g.name AS groupPhoto""",
        visitor,
        Expectation.anyOrder(cells(List.of(cast.get(Materials.VISITOR_PERSON).photo()))));
  }

  private Question mostAlike() {
    return new Question(
        "Whose photos are most like this one?",
        """
        MATCH (a:Author)
        RETURN a.name AS author, a.photo :: $photo AS likeness
        ORDER BY a.photo :: $photo DESC LIMIT 2""",
        visitor,
        Expectation.anyOrder(cells(world.namesOf(Materials.VISITOR_PERSON)))
            .butColumn(
                1, "a likeness above the threshold", v -> v instanceof Double s && s >= 0.5));
  }

  private Question samePerson() {
    return new Question(
        "Which two entries are one person? (similarity join)",
        """
        MATCH (a:Author), (b:Author)
        WHERE id(a) < id(b) AND a.photo ~:face b.photo
        RETURN a.name AS one, b.name AS other""",
        Expectation.anyOrder(
            AcademicWorld.PERSONS.stream()
                .map(p -> List.<Object>copyOf(world.entryNames(p)))
                .filter(names -> names.size() > 1)
                .toList()));
  }

  private Question together() {
    List<List<Object>> rows =
        world.papers().stream()
            .flatMap(
                paper ->
                    paper.persons().stream()
                        .map(person -> cast.get(person).photo())
                        .distinct()
                        .filter(photo -> allOn(paper, photo))
                        .map(photo -> List.<Object>of(paper.title(), photo)))
            .toList();
    return new Question(
        "On which group photo are all authors of a paper?",
        """
        MATCH (p:Paper), (g:GroupPhoto)
        WHERE p.screenshot <<:face/0.6 g.photo
        RETURN p.title AS paper, g.name AS groupPhoto""",
        Expectation.anyOrder(rows));
  }

  private boolean allOn(Paper paper, String photo) {
    return paper.persons().stream().allMatch(p -> cast.get(p).photo().equals(photo));
  }

  private static List<List<Object>> cells(Collection<String> values) {
    return values.stream().<List<Object>>map(List::of).toList();
  }
}
