/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.plugin.http.RequestedRanges.Kind;

class RequestedRangesTest {
  private static final long SEED = Long.getLong("tests.seed", System.nanoTime());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-0 | 0-0",
        "bytes=0-99 | 0-99",
        "bytes=99- | 99-99",
        "bytes=50-200 | 50-99",
        "bytes=50-99999999999999999999999 | 50-99",
        "bytes=-1 | 99-99",
        "bytes=-500 | 0-99",
        "bytes=007-08 | 7-8",
        "BYTES=3-4 | 3-4",
        "bytes=, 3-4 ,, 7-8 | 3-4 7-8",
        "bytes=7-8,3-4 | 7-8 3-4",
        "bytes=200-,3-4 | 3-4",
        "bytes=0-10,5-20 | 0-20",
        "bytes=0-10,11-20 | 0-20",
        "bytes=20-30,0-10,5-25 | 0-30",
        "bytes=0-,0-,0- | 0-99"
      })
  void areTheseBytes(String header, String expected) {
    RequestedRanges ranges = RequestedRanges.of(header, 100);

    assertThat(ranges.kind()).isEqualTo(Kind.SOME);
    assertThat(ranges.ranges().stream().map(ByteRange::toString).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "items=0-1",
        "bytes",
        "bytes=",
        "bytes=,",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=--1",
        "bytes=1-2-3",
        "bytes=1-2;3-4",
        "bytes=-",
        "bytes 0-1",
        "bytes=0-1,x",
        "bytes=+1-2"
      })
  void whatIsMalformedIsIgnored(String header) {
    assertThat(RequestedRanges.of(header, 100).kind()).isEqualTo(Kind.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
  void outsideTheContentIsRefused(String header) {
    assertThat(RequestedRanges.of(header, 100).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void anEmptyContentHasNoRanges() {
    assertThat(RequestedRanges.of("bytes=0-", 0).kind()).isEqualTo(Kind.ALL);
    assertThat(RequestedRanges.of(null, 100).kind()).isEqualTo(Kind.ALL);
  }

  @Test
  void tooManyAreRefused() {
    String most = spaced(RequestedRanges.MAX_RANGES);
    assertThat(RequestedRanges.of(most, 1_000).ranges()).hasSize(RequestedRanges.MAX_RANGES);
    assertThat(RequestedRanges.of(spaced(RequestedRanges.MAX_RANGES + 1), 1_000).kind())
        .isEqualTo(Kind.REFUSED);
  }

  private static String spaced(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> 2 * i + "-" + 2 * i)
        .collect(Collectors.joining(",", "bytes=", ""));
  }

  @Test
  void neverMoreThanTheContentAndEveryByteAskedFor() {
    System.out.println("RequestedRangesTest: -Dtests.seed=" + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      int length = 1 + random.nextInt(60);
      boolean[] asked = new boolean[length];
      List<String> specs = new ArrayList<>();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        int first = random.nextInt(length);
        int last = first + random.nextInt(length);
        specs.add(first + "-" + last);
        for (int b = first; b <= Math.min(last, length - 1); b++) {
          asked[b] = true;
        }
      }
      String header = "bytes=" + String.join(",", specs);
      boolean[] given = new boolean[length];
      for (ByteRange range : RequestedRanges.of(header, length).ranges()) {
        for (long b = range.first(); b <= range.last(); b++) {
          assertThat(given[(int) b]).as("byte %d twice for %s", b, header).isFalse();
          given[(int) b] = true;
        }
      }
      assertThat(given).as(header).isEqualTo(asked);
    }
  }
}
