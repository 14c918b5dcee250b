/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.blob.Blob;

/** A content that is referred to and is not as it should be. For one thread at a time. */
final class Damage {
  /** What is wrong. */
  enum Kind {
    /** The store does not hold it. */
    MISSING,
    /** What the store holds has another digest or length, or is not whole. */
    DAMAGED
  }

  private final Blob blob;
  private final Kind kind;
  private final String detail;
  private final int maxPlaces;
  private final List<Map<String, Object>> places = new ArrayList<>();
  private long count;

  Damage(Blob blob, Kind kind, String detail, int maxPlaces) {
    this.blob = blob;
    this.kind = kind;
    this.detail = detail;
    this.maxPlaces = maxPlaces;
  }

  void refersToIt(boolean ofNode, long entity, String property) {
    count++;
    if (places.size() < maxPlaces) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put(ofNode ? "node" : "relationship", entity);
      place.put("property", property);
      places.add(place);
    }
  }

  Blob blob() {
    return blob;
  }

  Kind kind() {
    return kind;
  }

  String detail() {
    return detail;
  }

  /** The first ones; maps of {@code node} or {@code relationship} to its id, and the property. */
  List<Map<String, Object>> places() {
    return places;
  }

  /** How many references there are. */
  long count() {
    return count;
  }
}
