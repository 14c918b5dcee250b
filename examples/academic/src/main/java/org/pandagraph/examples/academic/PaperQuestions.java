/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Questions about papers: what is in the files, whose names are on them, who wrote them. */
final class PaperQuestions {
  private final AcademicWorld world;

  PaperQuestions(AcademicWorld world) {
    this.world = world;
  }

  List<Question> beforeTheNamesAreTold() {
    return List.of(documents(), fullText(), nearestNames(), likeNames(), onThePage(), path());
  }

  private Question documents() {
    return new Question(
        "What do the files say of themselves?",
        """
        MATCH (p:Paper)
        RETURN p.id AS id, p.pdf->mime AS mime, p.pdf->pageCount AS pages, p.pdf->title AS title""",
        Expectation.anyOrder(
            world.papers().stream()
                .<List<Object>>map(
                    p -> List.of(p.id(), "application/pdf", (long) p.pages(), p.title()))
                .toList()));
  }

  private Question fullText() {
    String place = "University of Edinburgh";
    return new Question(
        "Which papers of more than two pages have an author in Edinburgh? (text of the PDF)",
        """
        MATCH (p:Paper)
        WHERE p.pdf->pageCount > 2 AND p.pdf->text CONTAINS 'University of Edinburgh'
        RETURN p.title AS paper""",
        Expectation.anyOrder(
            titles(
                world.papers(
                    p ->
                        p.pages() > 2
                            && p.bylines().stream()
                                .anyMatch(b -> b.affiliation().name().equals(place))))));
  }

  private Question nearestNames() {
    Set<String> greens = new TreeSet<>(world.namesOf(AcademicWorld.THOMASINA));
    greens.addAll(world.namesOf(AcademicWorld.TAMARA));
    return new Question(
        "Whose names are most like 'Tom Green'? (Jaro-Winkler; a name does not tell who is who)",
        """
        MATCH (a:Author)
        RETURN a.name AS author, a.name ::jaro 'Tom Green' AS likeness
        ORDER BY likeness DESC LIMIT 3""",
        Expectation.anyOrder(greens.stream().<List<Object>>map(List::of).toList())
            .butColumn(1, "a likeness", v -> v instanceof Double s && s > 0 && s <= 1));
  }

  private Question likeNames() {
    return new Question(
        "Who could be 'Thomas Green' with a typing error or two?",
        """
        MATCH (a:Author)
        WHERE a.name ~:jaro/0.8 'Thomas Green'
        RETURN a.name AS author""",
        Expectation.anyOrder(
            world.namesOf(AcademicWorld.THOMASINA).stream().<List<Object>>map(List::of).toList()));
  }

  private Question onThePage() {
    return new Question(
        "On which pages is a picture of Tom Green?",
        """
        MATCH (a:Author {name: 'Tom Green'}), (p:Paper)
        WHERE a.photo <: p.screenshot
        RETURN p.title AS paper""",
        Expectation.anyOrder(titles(world.writtenBy(world.author("Tom Green").person()))));
  }

  private Question path() {
    String start = "Greens on Graphs";
    Paper first = world.papers(p -> p.title().equals(start)).get(0);
    List<List<Object>> rows =
        cited(first, 2).stream()
            .filter(p -> p.persons().contains(AcademicWorld.MIRA))
            .<List<Object>>map(p -> List.of(p.title(), (long) p.year()))
            .toList();
    return new Question(
        "What does 'Greens on Graphs' build on that the woman in Mira Petrova's photo wrote?",
        """
        MATCH (me:Author {name: 'Mira Petrova'})
        MATCH (:Paper {title: 'Greens on Graphs'})-[:CITES*1..2]->(p:Paper)<-[:WROTE]-(a:Author)
        WHERE a.photo ~: me.photo
        RETURN DISTINCT p.title AS paper, p.year AS year""",
        Expectation.anyOrder(rows));
  }

  /** The question it is all about, section 4.4 of the paper. */
  Question disambiguation() {
    List<List<Object>> rows =
        ambiguous().stream()
            .<List<Object>>map(
                p -> List.of((long) p.year(), p.title(), List.copyOf(greenEntries(p))))
            .toList();
    return new Question(
        "Which T. Green wrote which paper? (alike in name, and on the page)",
        """
        MATCH (p:Paper), (a:Author)
        WHERE 'T. Green' IN p.bylines
          AND a.aliases >:jaro/0.9 'T. Green'
          AND a.photo <: p.screenshot
        WITH p, a ORDER BY a.name
        RETURN p.year AS year, p.title AS paper, collect(a.name) AS writtenBy
        ORDER BY year, paper""",
        Expectation.inOrder(rows));
  }

  /** Writes down what was found, so that Browser has something to show. */
  Question remember() {
    long authorships =
        world.papers().stream()
            .filter(p -> p.printedNames().contains(AcademicWorld.AMBIGUOUS_NAME))
            .mapToLong(p -> greenEntries(p).size())
            .sum();
    return new Question(
        "Write it down in the graph: relationships found by face.",
        """
        MATCH (p:Paper), (a:Author)
        WHERE 'T. Green' IN p.bylines
          AND a.aliases >:jaro/0.9 'T. Green'
          AND a.photo <: p.screenshot
        MERGE (a)-[w:WROTE {found: 'by face'}]->(p)
        RETURN count(w) AS relationships""",
        Expectation.inOrder(List.of(List.of(authorships))));
  }

  private List<Paper> ambiguous() {
    return world.papers().stream()
        .filter(p -> p.printedNames().contains(AcademicWorld.AMBIGUOUS_NAME))
        .sorted(Comparator.comparing(Paper::year).thenComparing(Paper::title))
        .toList();
  }

  private Set<String> greenEntries(Paper paper) {
    return paper.bylines().stream()
        .filter(b -> b.printedName().equals(AcademicWorld.AMBIGUOUS_NAME))
        .flatMap(b -> world.namesOf(b.person()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Paper> cited(Paper from, int depth) {
    Set<Paper> found = new LinkedHashSet<>();
    if (depth > 0) {
      for (Paper cited : world.papers(p -> from.cites().contains(p.id()))) {
        found.add(cited);
        found.addAll(cited(cited, depth - 1));
      }
    }
    return found;
  }

  private static List<List<Object>> titles(List<Paper> papers) {
    return papers.stream().<List<Object>>map(p -> List.of(p.title())).toList();
  }
}
