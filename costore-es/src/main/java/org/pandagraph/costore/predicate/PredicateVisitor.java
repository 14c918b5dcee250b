/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

/**
 * What to do with each class of predicate.
 *
 * @param <R> what comes out
 * @param <X> what may be thrown; {@code RuntimeException} for nothing in particular
 */
public interface PredicateVisitor<R, X extends Exception> {
  R visit(And and) throws X;

  R visit(Or or) throws X;

  R visit(Not not) throws X;

  R visit(HasLabel hasLabel) throws X;

  R visit(Comparison comparison) throws X;

  R visit(In in) throws X;

  R visit(TextMatch textMatch) throws X;

  R visit(Exists exists) throws X;
}
