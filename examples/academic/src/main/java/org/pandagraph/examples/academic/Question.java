/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.Map;

/**
 * A question in CypherPlus, and what the truth says of its answer.
 *
 * @param asks the question in words
 * @param cypher the query as a user would type it
 */
record Question(
    String asks, String cypher, Map<String, Object> parameters, Expectation expectation) {
  Question(String asks, String cypher, Expectation expectation) {
    this(asks, cypher, Map.of(), expectation);
  }
}
