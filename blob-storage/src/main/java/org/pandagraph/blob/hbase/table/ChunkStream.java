/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.hbase.client.Result;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;

/**
 * Gives a content that lies in chunks, or a range of it. Asks only for the pages it needs: first
 * for few, so that the first bytes come soon, then ahead of the reader, the further the more it has
 * read. For one thread.
 *
 * <p>Where a page is missing or damaged, the content may have been stored again, since then or with
 * a time that is not later: then it goes on with another generation, which has the same bytes.
 */
final class ChunkStream extends CheckedStream {
  private static final int FIRST_PAGES = 3;

  private final Blob blob;
  private final ContentTable contents;
  private final ChunkTable chunks;
  private final Requests requests;
  private final int window;
  private final long end;
  private Generation generation;

  /** Ids of those that lack a page. */
  private final Set<ByteBuffer> damaged = new HashSet<>();

  private long position;

  /** What is asked for ends here. */
  private long asked;

  private long given;
  private final Deque<ChunkRequest> underWay = new ArrayDeque<>();

  /** The answer to the first of those; null where it has not been waited for. */
  private Result row;

  /** What is left of the present page; null where a new one is needed. */
  private ByteBuffer page;

  ChunkStream(
      Blob blob,
      Generation generation,
      ContentTable contents,
      ChunkTable chunks,
      Requests requests,
      int window,
      long offset,
      long length) {
    super(blob, length, isWhole(blob, offset, length));
    this.blob = blob;
    this.generation = generation;
    this.contents = contents;
    this.chunks = chunks;
    this.requests = requests;
    this.window = window;
    this.position = offset;
    this.asked = offset / Layout.PAGE * Layout.PAGE;
    this.end = offset + length;
    if (length > 0) {
      ask();
    }
  }

  @Override
  int next(byte[] into, int offset, int length) {
    while (page == null || !page.hasRemaining()) {
      page = nextPage();
    }
    int count = Math.min(length, page.remaining());
    page.get(into, offset, count);
    position += count;
    given += count;
    return count;
  }

  /** Null where the generation was changed and it has to be tried again. */
  private ByteBuffer nextPage() {
    if (!underWay.isEmpty() && position >= underWay.element().end(blob.length())) {
      underWay.remove();
      row = null;
    }
    askAhead();
    ChunkRequest first = underWay.element();
    if (row == null) {
      row = requests.await("read a content from", first.answer());
    }
    ByteBuffer found = first.page(row, blob, position);
    if (found == null) {
      changeGeneration(first.chunk());
    }
    return found;
  }

  private void changeGeneration(int chunk) {
    List<Generation> all = contents.generations(blob.digest());
    if (all.isEmpty()) {
      throw BlobException.contentMissing(blob.digest());
    }
    damaged.add(ByteBuffer.wrap(generation.id()));
    generation =
        all.stream()
            .filter(this::mayBeWhole)
            .max(Generation.BY_TIME)
            .orElseThrow(
                () ->
                    damaged(
                        blob, "is damaged: chunk " + chunk + " is missing or not what was stored"));
    underWay.clear();
    row = null;
    asked = position / Layout.PAGE * Layout.PAGE;
  }

  private boolean mayBeWhole(Generation other) {
    return other.isChunked()
        && other.length() == blob.length()
        && !damaged.contains(ByteBuffer.wrap(other.id()));
  }

  /** Keeps requests under way, more of them the more has been read. */
  private void askAhead() {
    if (underWay.isEmpty()) {
      ask();
    }
    long most = Math.min(window, Math.max(generation.chunkSize(), 2 * given));
    long ahead = underWay.stream().mapToLong(ChunkRequest::size).sum();
    while (asked < end && given > 0 && ahead < most) {
      ahead += ask();
    }
  }

  /** Asks for the next pages of one chunk; returns the bytes asked for. */
  private int ask() {
    int pagesInChunk = generation.chunkSize() / Layout.PAGE;
    int chunk = (int) (asked / generation.chunkSize());
    int firstPage = (int) (asked % generation.chunkSize() / Layout.PAGE);
    long chunkStart = (long) chunk * generation.chunkSize();
    int pages =
        (int) Math.min(pagesInChunk - firstPage, (end - asked + Layout.PAGE - 1) / Layout.PAGE);
    if (given == 0) {
      pages = Math.min(pages, FIRST_PAGES);
    }
    ChunkRequest request =
        new ChunkRequest(
            chunk,
            chunkStart + (long) firstPage * Layout.PAGE,
            firstPage,
            pages,
            chunks.get(
                generation.id(), chunk, firstPage, pages, pages == pagesInChunk, isDigested()));
    underWay.add(request);
    asked += request.size();
    return request.size();
  }

  @Override
  public void close() {
    super.close();
    underWay.clear();
    row = null;
    page = null;
  }
}
