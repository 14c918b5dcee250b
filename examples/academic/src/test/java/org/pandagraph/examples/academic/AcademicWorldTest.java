/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AcademicWorldTest {
  private final AcademicWorld world = new AcademicWorld();

  @Test
  void everyoneOnAPageHasAnEntryAndIsOneOfThePersons() {
    for (Paper paper : world.papers()) {
      for (Byline byline : paper.bylines()) {
        assertThat(AcademicWorld.PERSONS).contains(byline.person());
        assertThat(world.namesOf(byline.person())).as(byline.toString()).isNotEmpty();
      }
    }
  }

  @Test
  void aPaperCitesOnlyOlderOnes() {
    Map<String, Integer> years = new HashMap<>();
    for (Paper paper : world.papers()) {
      assertThat(years.keySet()).containsAll(paper.cites());
      assertThat(paper.cites()).allMatch(cited -> years.get(cited) < paper.year());
      years.put(paper.id(), paper.year());
    }
  }

  @Test
  void twoPersonsPrintAlikeAndOneOfThemHasTwoEntries() {
    Set<String> persons = new TreeSet<>();
    for (Paper paper : world.papers()) {
      paper.bylines().stream()
          .filter(b -> b.printedName().equals(AcademicWorld.AMBIGUOUS_NAME))
          .forEach(b -> persons.add(b.person()));
    }
    assertThat(persons).containsExactly(AcademicWorld.TAMARA, AcademicWorld.THOMASINA);
    assertThat(world.namesOf(AcademicWorld.THOMASINA))
        .containsExactly("Thomasina Green", "Tom Green");
    assertThat(world.namesOf(AcademicWorld.TAMARA)).containsExactly("Tamara Green");
  }

  @Test
  void thePrintedNameIsTheEntrysNameWithAnInitial() {
    for (Paper paper : world.papers()) {
      for (Byline byline : paper.bylines()) {
        assertThat(world.namesOf(byline.person()))
            .extracting(GraphLoader::initialled)
            .containsOnly(byline.printedName());
      }
    }
  }

  @Test
  void theGraphIsNotToldWhichGreenWroteWhat() {
    List<String> told =
        world.certainAuthorships().stream().map(w -> w.author().name()).distinct().toList();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "Lin Shen", "Amara Okafor", "Ines Duarte", "Mira Petrova", "Jean Larsen");
  }

  @Test
  void noPhotoOfAPersonIsMadeLikeTheOneTheQuestionsAreAskedWith() {
    assertThat(world.authors())
        .filteredOn(a -> a.person().equals(Materials.VISITOR_PERSON))
        .extracting(Author::photo)
        .doesNotContain(Variant.SCANNED)
        .doesNotHaveDuplicates();
  }
}
