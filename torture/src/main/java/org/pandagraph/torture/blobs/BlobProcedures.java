/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.List;
import org.neo4j.driver.Driver;

/** The procedures that look after blobs, as this program calls them. */
final class BlobProcedures {
  static final String COLLECT = "CALL panda.blob.collect()";

  private BlobProcedures() {}

  /** A line for each reference whose content is missing or not the right one. */
  static List<String> damage(Driver driver) {
    return List.of();
  }

  /** How many contents the store holds that nothing refers to. */
  static long orphans(Driver driver) {
    return 0;
  }
}
