/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pandagraph.costore.IdDigest;

/** Digests of a range of ids, from pages. */
final class Digests extends AbstractSpliterator<IdDigest> {
  private final PageStream pages;
  private final Queue<IdDigest> ready = new ArrayDeque<>();

  private Digests(PageStream pages) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    this.pages = pages;
  }

  static Stream<IdDigest> of(PageStream pages) {
    return StreamSupport.stream(new Digests(pages), false).onClose(pages::close);
  }

  static ObjectNode query(long fromId, long toId) {
    ObjectNode bounds = Json.object().put("gte", fromId).put("lt", toId);
    return Json.object().set("range", Json.object().set(Fields.ID, bounds));
  }

  @Override
  public boolean tryAdvance(Consumer<? super IdDigest> action) {
    if (ready.isEmpty()) {
      SearchPage page = pages.next();
      if (page == null) {
        return false;
      }
      long[] ids = page.ids();
      for (int i = 0; i < ids.length; i++) {
        ready.add(new IdDigest(ids[i], page.number(i)));
      }
    }
    action.accept(ready.remove());
    return true;
  }
}
