/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.costore;

/** What happens to the servers in a round. */
enum Fault {
  /** Neo4j gets SIGKILL and is started again. */
  NEO4J_KILLED,
  /** Elasticsearch gets SIGKILL and is started again. */
  STORE_KILLED,
  /** Both, at once. */
  BOTH_KILLED,
  /** Elasticsearch answers nothing for some seconds, and then goes on. */
  STORE_PAUSED,
  /** Elasticsearch takes no writes for some seconds, as it does when its disk fills up. */
  STORE_READ_ONLY,
  /** Somebody deletes the indexes. */
  INDEXES_DELETED
}
