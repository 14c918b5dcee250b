/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each slot may hold, by what the server acknowledged: one state, or two where it was killed
 * between being told to commit and saying that it had. Thread-safe as long as a slot has one
 * writer.
 */
final class Expectations {
  private final Map<String, List<SlotState>> possible = new ConcurrentHashMap<>();

  /** Its one state; call only where the slot is certain. */
  SlotState current(String slot) {
    List<SlotState> states = states(slot);
    return states.get(states.size() - 1);
  }

  boolean isCertain(String slot) {
    return states(slot).size() == 1;
  }

  void acknowledged(String slot, SlotState state) {
    possible.put(slot, List.of(state));
  }

  /** The commit was asked for, and no answer came. */
  void perhaps(String slot, SlotState state) {
    possible.put(slot, List.of(current(slot), state));
  }

  /**
   * Compares with what the graph holds, and takes that for certain from now on.
   *
   * @return a line for each slot that holds something else than was acknowledged
   */
  Map<String, String> settle(Map<String, SlotState> found) {
    Map<String, String> lost = new LinkedHashMap<>();
    for (String slot : possible.keySet()) {
      SlotState actual = found.getOrDefault(slot, SlotState.EMPTY);
      if (!states(slot).contains(actual)) {
        lost.put(slot, "expected " + states(slot) + ", found " + actual);
      }
      possible.put(slot, List.of(actual));
    }
    return lost;
  }

  private List<SlotState> states(String slot) {
    return possible.getOrDefault(slot, List.of(SlotState.EMPTY));
  }
}
