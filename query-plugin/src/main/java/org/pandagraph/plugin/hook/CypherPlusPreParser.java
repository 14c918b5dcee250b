/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import org.neo4j.cypher.internal.PreParsedQuery;
import org.neo4j.cypher.internal.PreParser;
import org.neo4j.cypher.internal.cache.CaffeineCacheFactory;
import org.neo4j.cypher.internal.config.CypherConfiguration;
import org.pandagraph.cypherplus.Translation;

/**
 * Hands Neo4j the translated statement, and the user's text as the raw one. A plain statement goes
 * on as the very same object. Neo4j's caches are keyed by the translated statement, in which each
 * construct carries its offset in the user's text: two texts share an entry only where every
 * construct stands at the same place.
 */
final class CypherPlusPreParser extends PreParser {
  private final StatementGate gate;

  CypherPlusPreParser(
      CypherConfiguration configuration, CaffeineCacheFactory cacheFactory, StatementGate gate) {
    super(configuration, configuration.queryCacheSize(), cacheFactory);
    this.gate = gate;
  }

  @Override
  public PreParsedQuery preParseQuery(String text, boolean profile, boolean sensitive) {
    Translation translation = gate.admit(text);
    if (translation.isPlain()) {
      return super.preParseQuery(text, profile, sensitive);
    }
    try {
      PreParsedQuery query = super.preParseQuery(translation.cypherText(), profile, sensitive);
      return query.copy(query.statement(), text, query.options());
    } catch (RuntimeException e) {
      throw gate.userText(translation).unchecked(e);
    }
  }
}
