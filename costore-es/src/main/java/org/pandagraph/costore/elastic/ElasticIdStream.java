/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import org.pandagraph.costore.IdPage;
import org.pandagraph.costore.IdStream;

/** Ids of a predicate. */
final class ElasticIdStream implements IdStream {
  private final PageStream pages;

  ElasticIdStream(PageStream pages) {
    this.pages = pages;
  }

  @Override
  public long total() {
    return pages.total();
  }

  @Override
  public IdPage next() {
    SearchPage page = pages.next();
    return page == null ? null : new IdPage(page.ids(), page.named());
  }

  @Override
  public int requests() {
    return pages.requests();
  }

  @Override
  public void close() {
    pages.close();
  }
}
