/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The procedures that look after blobs, as this program calls them. */
final class BlobProcedures {
  static final String COLLECT = "CALL panda.blob.collect()";

  private static final String CHECK =
      "CALL panda.blob.check() YIELD kind, digest, detail, places, figures"
          + " RETURN kind, digest, detail, places, figures";

  private BlobProcedures() {}

  /** A line for each reference whose content is missing or not the right one; all are read. */
  static List<String> damage(Driver driver) {
    List<String> lines = new ArrayList<>();
    boolean finished = false;
    for (Record row : check(driver)) {
      String kind = row.get("kind").asString();
      if (kind.equals("MISSING") || kind.equals("DAMAGED")) {
        lines.add(
            kind
                + " sha256:"
                + row.get("digest").asString()
                + ", "
                + row.get("detail").asString()
                + ", referred to by "
                + row.get("places"));
      } else {
        finished = kind.equals(lines.isEmpty() ? "OK" : "FAILED");
      }
    }
    if (!finished) {
      throw new IllegalStateException("panda.blob.check() did not end with its verdict");
    }
    return lines;
  }

  /** How many contents the store holds that nothing refers to. */
  static long orphans(Driver driver) {
    List<Record> rows = check(driver);
    return rows.get(rows.size() - 1).get("figures").get("orphans").asLong();
  }

  private static List<Record> check(Driver driver) {
    try (Session session = driver.session()) {
      return session.run(CHECK).list();
    }
  }
}
