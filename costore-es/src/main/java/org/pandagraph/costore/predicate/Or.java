/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.predicate;

import java.util.List;

/** True where one is true, else null where one is null, else false. */
public final class Or extends Junction {
  /**
   * @param predicates none makes it false; copied
   */
  public Or(List<Predicate> predicates) {
    super(predicates, "OR", "false");
  }

  public static Or of(Predicate... predicates) {
    return new Or(List.of(predicates));
  }

  @Override
  public <R, X extends Exception> R accept(PredicateVisitor<R, X> visitor) throws X {
    return visitor.visit(this);
  }
}
