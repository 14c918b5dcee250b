/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.List;

/**
 * A paper.
 *
 * @param cites ids of papers that are older
 * @param pages number of pages of its PDF, at least 1; the authors' pictures are on the first
 */
record Paper(
    String id,
    String title,
    int year,
    int pages,
    List<Byline> bylines,
    List<String> cites,
    String summary) {
  List<String> printedNames() {
    return bylines.stream().map(Byline::printedName).toList();
  }

  List<String> persons() {
    return bylines.stream().map(Byline::person).toList();
  }
}
