/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a line's characters were read as: votes for each place, from several looks at them. Not
 * thread-safe.
 */
final class Reading {
  // A single vote with less confidence, in [0,100], says nothing.
  private static final double MIN_VOTE = 12;
  private static final double[] BY_LENGTH = {0, 0, 0, 0.3, 0.7, 0.87, 0.95, 1, 1, 0.8, 0.5};

  private final List<Map<String, Double>> votes = new ArrayList<>();
  private int looks;

  Reading(int places) {
    for (int i = 0; i < places; i++) {
      votes.add(new TreeMap<>());
    }
  }

  /** Begins another look at all places. */
  void look() {
    looks++;
  }

  /**
   * A character was seen.
   *
   * @param confidence in [0,100]
   */
  void vote(int place, String character, double confidence) {
    votes.get(place).merge(character, confidence, Double::sum);
  }

  /** The places that no look agrees on. */
  List<Integer> doubtful(double confidence) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      if (confidence(i) < confidence) {
        places.add(i);
      }
    }
    return places;
  }

  /** The characters with the most votes; places where nothing was seen are left out. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < votes.size(); i++) {
      if (confidence(i) >= MIN_VOTE) {
        text.append(best(i));
      }
    }
    return plausible(text.toString());
  }

  /** How much it looks like a plate that was read well, in [0,1]. */
  double score() {
    String text = text();
    if (text.isEmpty()) {
      return 0;
    }
    int first = 0;
    int last = votes.size() - 1;
    // An edge or a coat of arms beside the characters is no character that could not be read.
    while (confidence(first) < MIN_VOTE) {
      first++;
    }
    while (confidence(last) < MIN_VOTE) {
      last--;
    }
    double sum = 0;
    for (int i = first; i <= last; i++) {
      sum += confidence(i);
    }
    double read = sum / (last - first + 1) / 100;
    return read * BY_LENGTH[Math.min(text.length(), BY_LENGTH.length - 1)] * mixture(text);
  }

  /** Plates have both letters and digits; words have letters alone, prices and dates digits. */
  private static double mixture(String text) {
    boolean letters = text.chars().anyMatch(Character::isLetter);
    boolean digits = text.chars().anyMatch(Character::isDigit);
    return letters && digits ? 1 : letters ? 0.65 : 0.6;
  }

  /** Letters and digits of one shape follow their neighbours where these agree. */
  private static String plausible(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      boolean before = i > 0 && Character.isLetter(result.charAt(i - 1));
      boolean after = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      boolean first = i == 0;
      boolean last = i == text.length() - 1;
      if (text.length() < 2) {
        break;
      }
      char c = text.charAt(i);
      if (first) {
        if (c == '0' && after) {
          result.setCharAt(i, 'O');
        }
      } else if (last || before == after) {
        result.setCharAt(i, before ? letter(c) : digit(c));
      }
    }
    return result.toString();
  }

  private static char letter(char c) {
    return switch (c) {
      case '0' -> 'O';
      case '1' -> 'I';
      default -> c;
    };
  }

  private static char digit(char c) {
    return switch (c) {
      case 'O' -> '0';
      case 'I' -> '1';
      default -> c;
    };
  }

  private String best(int place) {
    return votes.get(place).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private double confidence(int place) {
    double most = votes.get(place).values().stream().mapToDouble(v -> v).max().orElse(0);
    return looks == 0 ? 0 : most / looks;
  }
}
