/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES = List.of("faceFeature", "faces", "width", "height");

  @Test
  void findsWhatWasMeant() {
    assertThat(NearestName.of("widht", NAMES)).contains("width");
    assertThat(NearestName.of("jaor", List.of("jaccard", "jaro"))).contains("jaro");
    assertThat(NearestName.of("Faces", NAMES)).contains("faces");
    assertThat(NearestName.of("facefeatur", NAMES)).contains("faceFeature");
    assertThat(NearestName.hint("hight", NAMES)).isEqualTo(" (did you mean `height`?)");
  }

  @Test
  void keepsQuietWhereNothingIsNear() {
    assertThat(NearestName.of("colour", NAMES)).isEmpty();
    assertThat(NearestName.hint("colour", NAMES)).isEmpty();
    assertThat(NearestName.of("x", List.of())).isEmpty();
  }
}
