/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.pandagraph.examples.academic.Variant.EVENING;
import static org.pandagraph.examples.academic.Variant.FLASH;
import static org.pandagraph.examples.academic.Variant.MIRRORED;
import static org.pandagraph.examples.academic.Variant.PORTRAIT;
import static org.pandagraph.examples.academic.Variant.SCANNED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The truth: who exists, under which names, and who wrote what. Two persons print as "T. Green",
 * and one of them has two entries, "Thomasina Green" and "Tom Green". Immutable.
 */
final class AcademicWorld {
  /** The name on the page that two persons share. */
  static final String AMBIGUOUS_NAME = "T. Green";

  static final String THOMASINA = "thomasina";
  static final String TAMARA = "tamara";
  static final String LIN = "lin";
  static final String AMARA = "amara";
  static final String INES = "ines";
  static final String MIRA = "mira";
  static final String JEAN = "jean";

  /** Everyone there is, in the order in which faces are given to them. */
  static final List<String> PERSONS = List.of(THOMASINA, TAMARA, LIN, AMARA, INES, MIRA, JEAN);

  private static final Institution EDINBURGH =
      new Institution("i1", "University of Edinburgh", "Scotland");
  private static final Institution TORONTO =
      new Institution("i2", "University of Toronto", "Canada");
  private static final Institution BEIJING =
      new Institution("i3", "Chinese Academy of Sciences", "China");
  private static final Institution LISBON =
      new Institution("i4", "Instituto Superior Tecnico", "Portugal");

  private final List<Institution> institutions = List.of(EDINBURGH, TORONTO, BEIJING, LISBON);

  private final List<Author> authors =
      List.of(
          new Author("a1", "Thomasina Green", THOMASINA, EDINBURGH, 21, PORTRAIT),
          new Author("a2", "Tom Green", THOMASINA, BEIJING, 9, EVENING),
          new Author("a3", "Tamara Green", TAMARA, TORONTO, 17, PORTRAIT),
          new Author("a4", "Lin Shen", LIN, BEIJING, 30, MIRRORED),
          new Author("a5", "Amara Okafor", AMARA, TORONTO, 12, FLASH),
          new Author("a6", "Ines Duarte", INES, LISBON, 14, PORTRAIT),
          new Author("a7", "Mira Petrova", MIRA, EDINBURGH, 25, EVENING),
          new Author("a8", "Jean Larsen", JEAN, LISBON, 8, MIRRORED));

  private final List<Paper> papers =
      List.of(
          new Paper(
              "p1",
              "Pictures as Properties of a Graph",
              2018,
              2,
              List.of(green(THOMASINA, EDINBURGH, FLASH), lin(PORTRAIT)),
              List.of(),
              "A picture is a value like a name or a date. We give graph nodes pictures as"
                  + " properties, and let a query ask what is inside them."),
          new Paper(
              "p2",
              "What Does It Cost to Look at a Face?",
              2019,
              3,
              List.of(green(TAMARA, TORONTO, EVENING), amara(PORTRAIT)),
              List.of("p1"),
              "A predicate that runs a neural network costs ten thousand times as much as a"
                  + " comparison of numbers. We measure it and tell the planner."),
          new Paper(
              "p3",
              "Property Graphs Meet Neural Features",
              2020,
              2,
              List.of(green(THOMASINA, BEIJING, MIRRORED), ines(PORTRAIT), lin(EVENING)),
              List.of("p1", "p2"),
              "Features that a network extracts are kept beside the graph and asked for in the"
                  + " same query as its edges."),
          new Paper(
              "p4",
              "Remember What the Model Saw",
              2020,
              2,
              List.of(green(TAMARA, TORONTO, SCANNED)),
              List.of("p2"),
              "The same picture is looked at again and again. A cache that is named by the"
                  + " content of the picture looks only once."),
          new Paper(
              "p5",
              "An Author's Name Is Not a Key",
              2021,
              4,
              List.of(mira(PORTRAIT), green(TAMARA, TORONTO, MIRRORED)),
              List.of("p1", "p3"),
              "Two people share a name, and one person has two. We count how often, and what it"
                  + " does to citation figures."),
          new Paper(
              "p6",
              "Large Values over a Small Wire",
              2021,
              2,
              List.of(amara(MIRRORED), ines(PORTRAIT)),
              List.of("p2", "p4"),
              "Moving pictures and documents between a database and its clients without either of"
                  + " them running out of memory."),
          new Paper(
              "p7",
              "Joining on Likeness",
              2022,
              3,
              List.of(green(THOMASINA, EDINBURGH, EVENING), mira(FLASH)),
              List.of("p3", "p5"),
              "A join whose condition is that two portraits show the same person, and how to"
                  + " answer it without comparing all with all."),
          new Paper(
              "p8",
              "Plans with Expensive Predicates",
              2022,
              2,
              List.of(lin(SCANNED), mira(MIRRORED)),
              List.of("p2", "p5"),
              "When one condition costs a second and another costs a microsecond, the order of"
                  + " conditions is the plan."),
          new Paper(
              "p9",
              "Documents inside a Graph",
              2023,
              2,
              List.of(green(TAMARA, TORONTO, FLASH), jean(PORTRAIT)),
              List.of("p1", "p6"),
              "Title, text and pages of a document, asked for as if they had been columns all"
                  + " along."),
          new Paper(
              "p10",
              "One Person, Two Nodes",
              2023,
              3,
              List.of(ines(EVENING), jean(MIRRORED)),
              List.of("p5", "p7"),
              "How to find nodes that stand for the same person, and when to merge them."),
          new Paper(
              "p11",
              "Greens on Graphs",
              2024,
              2,
              List.of(green(THOMASINA, EDINBURGH, SCANNED), green(TAMARA, TORONTO, PORTRAIT)),
              List.of("p5", "p7", "p10"),
              "Both authors of this paper print as T. Green. We thank the readers who asked which"
                  + " of us wrote it."));

  List<Institution> institutions() {
    return institutions;
  }

  List<Author> authors() {
    return authors;
  }

  List<Paper> papers() {
    return papers;
  }

  Author author(String name) {
    return authors.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  /** Names of the entries a person has, sorted. */
  Set<String> namesOf(String person) {
    return new TreeSet<>(entryNames(person));
  }

  /** Names of the entries a person has, in the order in which they are loaded. */
  List<String> entryNames(String person) {
    return authors.stream().filter(a -> a.person().equals(person)).map(Author::name).toList();
  }

  /** Papers that a person wrote in truth, oldest first. */
  List<Paper> writtenBy(String person) {
    return papers(p -> p.persons().contains(person));
  }

  /** Papers with a property, oldest first. */
  List<Paper> papers(Predicate<Paper> which) {
    return papers.stream().filter(which).toList();
  }

  /**
   * Who wrote what as far as the names on the pages tell: all bylines whose first letter and family
   * name fit the entries of one person only.
   */
  List<Authorship> certainAuthorships() {
    List<Authorship> certain = new ArrayList<>();
    for (Paper paper : papers) {
      for (Byline byline : paper.bylines()) {
        if (!byline.printedName().equals(AMBIGUOUS_NAME)) {
          namesOf(byline.person()).forEach(n -> certain.add(new Authorship(author(n), paper)));
        }
      }
    }
    return List.copyOf(certain);
  }

  /** That an author's entry belongs to a paper. */
  record Authorship(Author author, Paper paper) {}

  private static Byline green(String person, Institution affiliation, Variant picture) {
    return new Byline(AMBIGUOUS_NAME, person, affiliation, picture);
  }

  private static Byline lin(Variant picture) {
    return new Byline("L. Shen", LIN, BEIJING, picture);
  }

  private static Byline amara(Variant picture) {
    return new Byline("A. Okafor", AMARA, TORONTO, picture);
  }

  private static Byline ines(Variant picture) {
    return new Byline("I. Duarte", INES, LISBON, picture);
  }

  private static Byline mira(Variant picture) {
    return new Byline("M. Petrova", MIRA, EDINBURGH, picture);
  }

  private static Byline jean(Variant picture) {
    return new Byline("J. Larsen", JEAN, LISBON, picture);
  }
}
