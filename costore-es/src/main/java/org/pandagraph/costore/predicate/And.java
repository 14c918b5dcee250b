/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.List;

/** False where one is false, else null where one is null, else true. */
public final class And extends Junction {
  /**
   * @param predicates none makes it true; copied
   */
  public And(List<Predicate> predicates) {
    super(predicates, "AND", "true");
  }

  public static And of(Predicate... predicates) {
    return new And(List.of(predicates));
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }
}
