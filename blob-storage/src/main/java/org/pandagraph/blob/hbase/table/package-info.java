/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The tables of the HBase store, and the only package that knows HBase's classes. Depends on {@code
 * org.pandagraph.blob}, its {@code .type} and {@code .hbase}, and HBase's client.
 *
 * <h2>Format of the tables</h2>
 *
 * All numbers are big endian. A namespace holds one store: three tables, one version a cell.
 *
 * <pre>
 *   content    row DIGEST
 *                m:GENERATION   manifest: kind (1 byte: 0 inline, 1 chunked), length (8), CRC32C (4;
 *                               0 if chunked), chunk size (4; 0 if inline), renewals (4)
 *                c:GENERATION   the bytes, where they are inline
 *   chunk      row GENERATION CHUNK
 *                c:PAGE         up to 32,768 bytes, then their CRC32C (4)
 *   register   row "format"     r:v "pandagraph-hbase-blobs 1"
 *              row "owner"      r:v the server whose graph says what is referred to; may be missing
 *              row "clock"      r:v no meaning: its time is the register's present time
 *              row "u" GENERATION            an upload: r:w 1 while it is written, r:d DIGEST once
 *                                            all chunks are there, r:x 1 while they are removed
 *              row "u" GENERATION RANDOM     a chunked generation that was replaced or discarded:
 *                                            r:d DIGEST
 *
 *   DIGEST      SHA-256 of the content, 32 bytes
 *   GENERATION  16 random bytes, new each time a content is stored
 *   RANDOM      16 random bytes
 *   CHUNK       number of the chunk, from 0, 4 bytes; all but the last are full
 *   PAGE        number of the page within its chunk, from 0, 2 bytes; all but the last are full
 * </pre>
 *
 * Keys are uniform, so the tables of contents and chunks are split evenly when they are made.
 * Manifests are a family, and so files, of their own: a list or a question for existence reads no
 * content.
 *
 * <h2>Storing</h2>
 *
 * A content up to the inline limit is one put: manifest and bytes of a new generation. A longer one
 * is registered, its chunks are written, several under way at a time, the digest is noted in the
 * register, the manifest is written, and the register's row is removed (the last not waited for).
 * While contents are stored one after the other, the next upload is registered ahead. Each of these
 * is durable before what follows, so a crash leaves at most chunks that the register knows.
 *
 * <p>A content is there while it has a manifest. Where it has several, the newest counts: the one
 * with the greatest time of its cell, then the greatest GENERATION. Storing again writes a new
 * generation, which renews the time and heals damage; older ones are removed soon after, see below.
 * Retired chunks stay until the register is swept, so that readers of an old generation go on; one
 * that is slower than the sweep goes on with the new generation, whose bytes are the same.
 *
 * <h2>Settling</h2>
 *
 * HBase has no write that says what else is in a row, and a get costs nearly as much as a put. So
 * whether a content has older generations is looked up after it was stored, for many contents at
 * once, in the background. Mostly there are none. Where there are, nobody can tell which of them
 * came first: times are those that region servers give to cells, HBase lets servers be at most 30
 * seconds apart ({@code hbase.master.maxclockskew}), and several writers may be at it. So the
 * writer moves its own generation on to a later time than all it saw (renewals counts how often),
 * then removes those, and each of these steps only where the manifest is what it saw. Then
 *
 * <ul>
 *   <li>not all are removed: whoever removes another was renewed after that one was last changed,
 *       so the one that was renewed last is removed by nobody;
 *   <li>not two are left: of any two the writer that came last sees the other one;
 *   <li>what is left is later than all that was there before the last writer came: a content that
 *       was stored after it was listed has a later time than the list said, or several generations.
 * </ul>
 *
 * <p>A content with several generations, of which one was never renewed, is not settled: its writer
 * has not come to it, or has died. It is not discarded. Who is asked to discard it moves all its
 * generations on to the present time and leaves it at that: the next list tells them from what is
 * stored later, and none is removed that may be the only one that is whole. Who reads it takes the
 * newest generation that is not damaged. It is settled by whoever stores it next; one that was not
 * stored again, and is not collected, only takes space. At most 2,000 contents wait; with more,
 * whoever stores looks for itself. Closing a store settles what waits, for two seconds; failures
 * are counted, never those of whoever stored.
 *
 * <h2>What deletes must not hide</h2>
 *
 * A delete marker hides what has the same key and no later time, also what is written after it,
 * until the next major compaction (HBASE-2256). So no key is used again after a delete: what is
 * deleted is the columns of a generation, or a row that holds a GENERATION or RANDOM of its own.
 *
 * <h2>Reading</h2>
 *
 * The bytes of an inline content are there exactly where its manifest is: one mutation of the row
 * writes both, and one removes both. So what may be inline is asked for by its bytes alone, which
 * is one family and one file less; where those are of one generation and right, that is all. Else,
 * and of what is longer than the inline limit, one get brings the manifests, and the bytes where
 * they are inline. Of chunks, only the pages of a range are asked for. Each page's CRC32C is
 * checked, and the digest where the whole is read; that of an inline content always, and once it
 * was found right its CRC32C does for an hour.
 *
 * <h2>Leftovers</h2>
 *
 * A sweep looks at entries of the register to which nothing was written for as long as the caller
 * says, by the register's own clock. Without a digest: the writer is locked out (it needs r:w to go
 * on) and the chunks are removed. With one: the chunks are removed unless a manifest refers to
 * them; then only the entry is.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.blob.hbase.table;
