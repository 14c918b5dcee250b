/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each person of the story a face from the group photos. Nobody says who is who on those
 * photos: the same woman may be on two of them. So faces that look alike are taken for one person,
 * of whom the clearest face is used.
 */
final class Casting {
  /**
   * Faces at least this alike are not used for two persons. It lies below the threshold of {@code
   * ~:}, 0.5, since other photos of two people can come out a little more alike than these.
   */
  static final double TOO_ALIKE = 0.46;

  private Casting() {}

  /**
   * Faces for the persons, in their order, the clearest face first.
   *
   * @throws IllegalStateException where the photos hold fewer people
   */
  static Map<String, FoundFace> choose(
      List<String> persons, List<FoundFace> faces, Likeness likeness) {
    List<FoundFace> clearestFirst = new ArrayList<>(faces);
    clearestFirst.sort(
        Comparator.comparingDouble(FoundFace::score)
            .reversed()
            .thenComparing(FoundFace::photo)
            .thenComparing(FoundFace::index));
    List<FoundFace> chosen = new ArrayList<>();
    for (FoundFace face : clearestFirst) {
      if (chosen.size() < persons.size()
          && chosen.stream().allMatch(c -> likeness.of(c, face) < TOO_ALIKE)) {
        chosen.add(face);
      }
    }
    if (chosen.size() < persons.size()) {
      throw new IllegalStateException(
          "the group photos hold "
              + chosen.size()
              + " people who can be told apart, the story needs "
              + persons.size());
    }
    Map<String, FoundFace> cast = new LinkedHashMap<>();
    for (int i = 0; i < persons.size(); i++) {
      cast.put(persons.get(i), chosen.get(i));
    }
    return cast;
  }
}
