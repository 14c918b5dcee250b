/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.List;
import java.util.function.IntPredicate;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.EntityKind;
import org.pandagraph.costore.predicate.And;
import org.pandagraph.costore.predicate.Comparison;
import org.pandagraph.costore.predicate.Exists;
import org.pandagraph.costore.predicate.HasLabel;
import org.pandagraph.costore.predicate.In;
import org.pandagraph.costore.predicate.Not;
import org.pandagraph.costore.predicate.Or;
import org.pandagraph.costore.predicate.Predicate;
import org.pandagraph.costore.predicate.PredicateVisitor;
import org.pandagraph.costore.predicate.TextMatch;

/**
 * Whether a user may read all that a predicate is about. A co-store knows nothing of users: who may
 * not read a property would learn its values from what is found by them.
 */
final class ReadablePredicate implements PredicateVisitor<Boolean, RuntimeException> {
  private final TokenRead tokens;
  private final IntPredicate readable;

  private ReadablePredicate(TokenRead tokens, IntPredicate readable) {
    this.tokens = tokens;
    this.readable = readable;
  }

  /**
   * Whether the user may see all nodes and relationships, and of the kind that is looked for all
   * properties that are asked about.
   */
  static boolean test(AccessMode mode, TokenRead tokens, EntityKind kind, Predicate predicate) {
    if (!mode.allowsTraverseAllLabels() || !mode.allowsTraverseAllRelTypes()) {
      return false;
    }
    IntPredicate readable =
        kind == EntityKind.NODE
            ? mode::allowsReadPropertyAllLabels
            : mode::allowsReadPropertyAllRelTypes;
    return predicate.accept(new ReadablePredicate(tokens, readable));
  }

  private boolean key(String name) {
    int token = tokens.propertyKey(BlobMetadata.propertyOf(name));
    return token == TokenRead.NO_TOKEN || readable.test(token);
  }

  private boolean all(List<Predicate> predicates) {
    return predicates.stream().allMatch(predicate -> predicate.accept(this));
  }

  @Override
  public Boolean visit(And and) {
    return all(and.predicates());
  }

  @Override
  public Boolean visit(Or or) {
    return all(or.predicates());
  }

  @Override
  public Boolean visit(Not not) {
    return not.predicate().accept(this);
  }

  @Override
  public Boolean visit(HasLabel hasLabel) {
    return true;
  }

  @Override
  public Boolean visit(Comparison comparison) {
    return key(comparison.key());
  }

  @Override
  public Boolean visit(In in) {
    return key(in.key());
  }

  @Override
  public Boolean visit(TextMatch match) {
    return key(match.key());
  }

  @Override
  public Boolean visit(Exists exists) {
    return key(exists.key());
  }
}
