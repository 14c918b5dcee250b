/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * A co-store in Elasticsearch 8.19. The one package that touches its client and JSON.
 *
 * <h2>Indexes</h2>
 *
 * Three aliases a database, {@code PREFIX-DATABASE-OWNER-nodes}, {@code -relationships} and {@code
 * -checkpoint}, where OWNER is a token of whose graph it is, so that graphs of one prefix and
 * database name do not touch each other's; {@code _meta.owner} of the mappings says it in words.
 * Each is on one index of the same name with a token behind it: a <em>generation</em>. A rebuild
 * fills the next one under aliases that end in {@code -building}, and one request moves the three
 * aliases. All is written through aliases that have to exist, so that an index that was deleted is
 * never made again by a write; all is read from the indexes themselves, so that the pages of one
 * answer are of one generation.
 *
 * <h2>Documents</h2>
 *
 * A fixed mapping: fields do not grow with the number of keys, and a property that is a string here
 * and a number there conflicts with nothing. Document id is the entity's id, document version the
 * state's ({@code external_gte}); no source is kept.
 *
 * <pre>
 *   id      long      to sort by, and for ranges of parity checks
 *   labels  keyword   names
 *   keys    keyword   the keys there are, and each once more with the tag of its value's type
 *   values  keyword   a term for each value, see {@code org.pandagraph.costore.value}
 *   unsure  keyword   keys whose value's term is a hash, where an order or a part of it matters
 *   digest  long      StateDigest, not indexed
 *   text    text      the strings, up to 100,000 characters a document, for full-text search
 * </pre>
 *
 * A property that holds a blob has its metadata in {@code keys} and {@code values}, too, under the
 * keys of {@code BlobMetadata}, and is no part of {@code text}.
 *
 * <p>The checkpoint is one document, {@code checkpoint}, in an index of its own.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 *   <li>2: metadata of blobs.
 *   <li>3: a checkpoint's build of any length.
 * </ul>
 */
package org.pandagraph.costore.elastic;
