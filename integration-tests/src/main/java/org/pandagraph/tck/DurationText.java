/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tck;

import org.neo4j.driver.types.IsoDuration;
import org.neo4j.values.storable.DurationValue;

/** Durations as Neo4j writes them; the driver's own text leaves the parts unnormalised. */
final class DurationText {
  private DurationText() {}

  static String of(IsoDuration duration) {
    return DurationValue.duration(
            duration.months(), duration.days(), duration.seconds(), duration.nanoseconds())
        .toString();
  }
}
