/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Collections;
import org.neo4j.cypher.internal.runtime.ClosingIterator;
import org.neo4j.cypher.internal.runtime.CypherRow;
import scala.collection.JavaConverters;

/** No rows, in a type that Java can name. */
final class JavaNothing {
  private JavaNothing() {}

  static ClosingIterator<CypherRow> rows() {
    return ClosingIterator.apply(
        JavaConverters.asScalaIterator(Collections.<CypherRow>emptyIterator()));
  }
}
