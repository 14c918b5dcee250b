/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CastingTest {
  private final FoundFace clear = face("a.jpg", 0, 0.99);
  private final FoundFace sameAgain = face("b.jpg", 0, 0.95);
  private final FoundFace blurred = face("b.jpg", 1, 0.60);

  @Test
  void takesTheClearestFaceOfThoseThatLookAlike() {
    assertThat(Casting.choose(List.of("x", "y"), List.of(blurred, sameAgain, clear), likeness()))
        .containsEntry("x", clear)
        .containsEntry("y", blurred);
  }

  @Test
  void saysWhenThereAreTooFewPeople() {
    assertThatThrownBy(
            () ->
                Casting.choose(
                    List.of("x", "y", "z"), List.of(blurred, sameAgain, clear), likeness()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hold 2 people")
        .hasMessageContaining("needs 3");
  }

  private Likeness likeness() {
    Likeness likeness = new Likeness();
    likeness.put(clear, sameAgain, 0.8);
    likeness.put(clear, blurred, 0.3);
    likeness.put(sameAgain, blurred, 0.3);
    return likeness;
  }

  private static FoundFace face(String photo, int index, double score) {
    return new FoundFace(photo, index, new FaceBox(0, 0, 10, 10), score);
  }
}
