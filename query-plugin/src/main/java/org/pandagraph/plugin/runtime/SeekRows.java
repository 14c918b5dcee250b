/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.runtime;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.neo4j.cypher.internal.runtime.ClosingIterator;
import org.neo4j.cypher.internal.runtime.CypherRow;
import org.neo4j.cypher.internal.runtime.interpreted.pipes.QueryState;
import org.neo4j.internal.kernel.api.DefaultCloseListenable;
import org.pandagraph.costore.CoStoreException;

/**
 * The rows of one execution of a seek, in ascending order of their ids, made as they are asked for:
 * the store's answer and the overlay, merged. Where the store fails half way, the graph gives the
 * rest. For one thread.
 */
final class SeekRows extends DefaultCloseListenable implements Iterator<CypherRow> {
  private final SeekSpec spec;
  private final QueryState state;
  private final FilterValues values;
  private final StoreIds store;
  private final Overlay overlay;
  private final EntityRows rows;
  private final ClosingIterator<CypherRow> natively;
  private final Consumer<CoStoreException> failedOver;

  /** Those of the overlay that are rows of the leaf, ascending. */
  private final long[] looked;

  /** Null where it has to be looked for. */
  private CypherRow ready;

  /** The other row of an undirected relationship, not decided on yet; null for none. */
  private CypherRow sibling;

  /** Of the transaction, when the last row was decided on. */
  private long revision;

  private int nextLooked;
  private long last = -1;
  private boolean onlyNatively;
  private boolean closed;

  /**
   * @param values what the store was asked with
   * @param natively gives the rows as Neo4j finds them, of those of its leaf that are wanted;
   *     opened here, though hardly ever needed: it has to have the leaf's rows of this moment, and
   *     a cursor that was taken later could be one that another part of the plan is through with
   *     and closes once more, as Neo4j does whenever it looks at a part that has ended
   * @param failedOver told why when they are needed
   */
  SeekRows(
      SeekSpec spec,
      QueryState state,
      FilterValues values,
      StoreIds store,
      Overlay overlay,
      EntityRows rows,
      NativeRows natively,
      Consumer<CoStoreException> failedOver) {
    this.spec = spec;
    this.state = state;
    this.values = values;
    this.store = store;
    this.overlay = overlay;
    this.rows = rows;
    this.natively = natively.open(row -> rows.id(row) > last);
    this.failedOver = failedOver;
    state.query().resources().trace(this);
    this.revision = overlay.revision();
    this.looked = onLeaf(overlay.ids());
  }

  /**
   * Neo4j's leaf has the rows of the moment at which it is opened, and its planner counts on that:
   * what the statement changes while it reads must neither add rows nor take any away.
   */
  private long[] onLeaf(long[] ids) {
    return Arrays.stream(ids)
        .filter(
            id -> {
              List<CypherRow> found = rows.of(id);
              return !found.isEmpty() && spec.isOnLeaf(found.get(0), state);
            })
        .toArray();
  }

  @Override
  public boolean hasNext() {
    while (ready == null && !closed) {
      if (sibling != null) {
        decideOnSibling();
        continue;
      }
      if (onlyNatively) {
        return restHasNext();
      }
      try {
        if (!advance()) {
          return false;
        }
      } catch (CoStoreException e) {
        failedOver.accept(e);
        goOnNatively();
      }
    }
    return ready != null;
  }

  @Override
  public CypherRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CypherRow row = ready;
    ready = null;
    return row;
  }

  /** Neo4j filters it when it comes to it: what its relationship is may have changed since. */
  private void decideOnSibling() {
    CypherRow row = sibling;
    sibling = null;
    if (overlay.revision() == revision || spec.passes(row, state)) {
      ready = row;
    }
  }

  /**
   * Whether what the store was asked still is the question: an entity further on may pass the
   * filter now and not have done so then, or the filter itself has changed.
   */
  private boolean hasQuestionChanged() {
    long now = overlay.revision();
    if (now == revision) {
      return false;
    }
    revision = now;
    return overlay.isAnyChangedBehind(last) || !values.areUnchanged();
  }

  /** Goes to the next id; its first row, if it has any, is ready then. */
  private boolean advance() {
    if (hasQuestionChanged()) {
      goOnNatively();
      return true;
    }
    while (store.hasCurrent() && overlay.contains(store.current())) {
      store.advance();
    }
    boolean fromStore = store.hasCurrent();
    if (nextLooked < looked.length && (!fromStore || looked[nextLooked] < store.current())) {
      long id = looked[nextLooked++];
      // Of others' changes, Neo4j's leaf sees those that came before it comes there.
      add(id, row -> (overlay.isOwn(id) || spec.isOnLeaf(row, state)) && spec.passes(row, state));
      return true;
    }
    if (!fromStore) {
      return false;
    }
    long id = store.current();
    if (overlay.isChangedNow(id)) {
      // Whether it was a row of the leaf at the beginning, only Neo4j's own cursor knows now.
      goOnNatively();
      return true;
    }
    if (store.mustVerify() || overlay.isDoubtful(id)) {
      add(id, row -> spec.isOnLeaf(row, state) && spec.passes(row, state));
    } else {
      // An id that the store has from long ago may be another entity's by now.
      add(id, row -> !overlay.isTolerant() || spec.isOnLeaf(row, state));
    }
    store.advance();
    return true;
  }

  private void add(long id, Predicate<CypherRow> check) {
    last = id;
    List<CypherRow> found = rows.of(id);
    if (!found.isEmpty() && check.test(found.get(0))) {
      ready = found.get(0);
      sibling = found.size() > 1 ? found.get(1) : null;
    }
  }

  private void goOnNatively() {
    store.close();
    onlyNatively = true;
  }

  /** All up to the last id have been decided on, and may be deleted by now. */
  private boolean restHasNext() {
    if (natively.hasNext()) {
      ready = natively.next();
      return true;
    }
    return false;
  }

  @Override
  public void closeInternal() {
    if (!closed) {
      closed = true;
      state.query().resources().untrace(this);
      store.close();
      rows.close();
      natively.close();
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
