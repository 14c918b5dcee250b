/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

import java.util.List;

/**
 * What a fuzz run found.
 *
 * @param asked queries, each in both ways
 * @param texts that were made for them; each is asked again with other values
 * @param pushed those of them that the co-store answered a part of
 * @param committed transactions that were committed meanwhile
 * @param differences for people; empty in a right program
 */
record FuzzFindings(long asked, long texts, long pushed, long committed, List<String> differences) {
  boolean isClean() {
    return asked > 0 && differences.isEmpty() && 2 * pushed >= asked;
  }

  @Override
  public String toString() {
    return asked
        + " queries ("
        + texts
        + " texts), "
        + pushed
        + " pushed down, "
        + committed
        + " transactions committed meanwhile, "
        + differences.size()
        + " differences";
  }
}
