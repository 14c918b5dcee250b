/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityStateTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2020, 1, 1, 12, 0);

  @Test
  void tellsWhatItIsButNoValues() {
    EntityState state =
        EntityState.of(EntityKind.NODE, 7, 3, Set.of("B", "A"), Map.of("pin", "1234"));

    assertThat(state).hasToString("node 7 as of 3, labels [A, B], keys [pin]");
    assertThat(EntityState.deleted(EntityKind.RELATIONSHIP, 7, 4))
        .hasToString("relationship 7 as of 4, deleted");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityState.deleted(EntityKind.NODE, -1, 0))
        .withMessageContaining("-1");
  }

  @Test
  void digestsTellStatesApart() {
    List<Object> values =
        List.of(
            1L,
            1.0,
            "1",
            "\uD800",
            "\uDC00",
            true,
            false,
            List.of(1L),
            List.of(List.of(1L)),
            List.of(),
            LocalDate.EPOCH,
            LocalTime.MIDNIGHT,
            OffsetTime.of(LocalTime.MIDNIGHT, ZoneOffset.UTC),
            OffsetTime.of(LocalTime.MIDNIGHT, ZoneOffset.ofHours(1)),
            NOON,
            ZonedDateTime.of(NOON, ZoneOffset.UTC),
            ZonedDateTime.of(NOON, ZoneOffset.ofHours(1)),
            new DurationValue(1, 0, 0, 0),
            new DurationValue(0, 1, 0, 0),
            new PointValue(4326, 0, 1),
            new PointValue(7203, 0, 1));
    Set<Long> digests = new HashSet<>();
    for (Object value : values) {
      digests.add(digest(1, Set.of("A"), Map.of("x", value)));
    }
    digests.add(digest(1, Set.of("A", "B"), Map.of("x", 1L)));
    digests.add(digest(1, Set.of("A"), Map.of("y", 1L)));
    digests.add(digest(1, Set.of("A", "x"), Map.of()));

    assertThat(digests).hasSize(values.size() + 3);
  }

  /** They are kept with the data: other ones would be differences to all that is stored. */
  @Test
  void digestsStayWhatTheyWere() {
    assertThat(
            digest(
                1,
                Set.of("A", "B"),
                Map.of(
                    "text",
                    "é日\uD83D\uDE00",
                    "numbers",
                    List.of(1L, -0.0),
                    "when",
                    ZonedDateTime.of(NOON, ZoneOffset.ofHours(1)),
                    "long",
                    "x".repeat(1000))))
        .isEqualTo(4834785668154175867L);
    assertThat(
            digest(
                1,
                Set.of(),
                Map.of("p", new PointValue(7203, 1, 2), "d", new DurationValue(1, 2, 3, 4))))
        .isEqualTo(329408546005843498L);
  }

  @Test
  void digestsDependOnNothingElse() {
    assertThat(digest(1, Set.of("A"), Map.of("x", Double.NaN)))
        .isEqualTo(digest(2, Set.of("A"), Map.of("x", Double.longBitsToDouble(-1L))));
    assertThat(digest(1, Set.of(), Map.of("x", new BlobReference("r", "d", 1, "a/b"))))
        .isEqualTo(digest(1, Set.of(), Map.of("x", "r")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digest(1, Set.of(), Map.of("x", 1)))
        .withMessageContaining("java.lang.Integer");
  }

  private static long digest(long version, Set<String> labels, Map<String, Object> properties) {
    return StateDigest.of(EntityState.of(EntityKind.NODE, 1, version, labels, properties));
  }
}
