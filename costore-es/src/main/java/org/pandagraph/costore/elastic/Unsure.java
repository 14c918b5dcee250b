/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.value.NameTerm;

/**
 * Gathers which entities the documents do not decide a predicate for: whoever asked has to look at
 * those itself. For one predicate, and one thread.
 */
final class Unsure {
  private final Set<String> hashed = new TreeSet<>();
  private final Set<String> metadata = new TreeSet<>();

  /** Those with a hash in place of a string, whose order or parts the predicate depends on. */
  ObjectNode hashed(String key) {
    String name = NameTerm.of(key);
    hashed.add(name);
    return Queries.term(Fields.UNSURE, name);
  }

  /**
   * Those with a property that is no stored blob: bytes, which are a blob to Cypher, too, and
   * values that Cypher refuses.
   *
   * @param key of a blob's metadata
   */
  ObjectNode withoutMetadata(String key) {
    metadata.add(key);
    return lacking(key);
  }

  private static ObjectNode lacking(String key) {
    return Queries.andNot(
        Queries.term(Fields.KEYS, NameTerm.of(BlobMetadata.propertyOf(key))),
        Queries.term(Fields.KEYS, NameTerm.of(key)));
  }

  /** Finds all of them; {@code none} where there cannot be any. */
  ObjectNode query() {
    List<ObjectNode> queries = new ArrayList<>();
    if (!hashed.isEmpty()) {
      queries.add(Queries.terms(Fields.UNSURE, hashed));
    }
    metadata.forEach(key -> queries.add(lacking(key)));
    return Queries.or(queries);
  }
}
