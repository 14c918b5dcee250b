/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import java.util.BitSet;

/** Some ids of an answer, in ascending order. Immutable, as long as nobody writes to its array. */
public final class IdPage {
  private final long[] ids;
  private final BitSet toVerify;

  /**
   * @param ids in ascending order; not copied
   * @param toVerify positions of the ids whose entities the store cannot tell of; not copied
   */
  public IdPage(long[] ids, BitSet toVerify) {
    this.ids = ids;
    this.toVerify = toVerify;
  }

  public int size() {
    return ids.length;
  }

  /**
   * @param position from 0 to size - 1
   */
  public long id(int position) {
    return ids[position];
  }

  /** Whether the caller has to look at this entity itself: the predicate may be false for it. */
  public boolean mustVerify(int position) {
    return toVerify.get(position);
  }

  /** Whether there is any to verify. */
  public boolean hasToVerify() {
    return !toVerify.isEmpty();
  }

  /** All ids; the array is the page's own and not to be written to. */
  public long[] ids() {
    return ids;
  }
}
