/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives equal constructs of a statement the offset of the first one. Neo4j compares expressions by
 * their text where a grouping key or a sorted column comes a second time ({@code RETURN DISTINCT
 * n.photo->width ORDER BY n.photo->width}); two calls that differ in the recorded offset alone
 * would count as two expressions.
 */
final class EqualConstructs {
  private final Map<String, Integer> offsets = new HashMap<>();

  /**
   * The offset of the first construct of this text.
   *
   * @param text the construct's tokens, white space and comments left out
   * @param offset of the construct asked for
   */
  int firstOffset(String text, int offset) {
    Integer first = offsets.putIfAbsent(text, offset);
    return first == null ? offset : first;
  }
}
