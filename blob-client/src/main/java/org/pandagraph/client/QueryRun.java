/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.client;

import java.util.Map;
import org.neo4j.driver.Result;

/**
 * Runs a query: {@code session::run} and {@code transaction::run} of any driver, also of the
 * transaction that a managed unit of work is given.
 */
@FunctionalInterface
public interface QueryRun {
  /** As the driver's own {@code run}; its exceptions pass. */
  Result run(String query, Map<String, Object> parameters);
}
