/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Blob values, the {@link org.pandagraph.blob.BlobStore} SPI and the sources a blob literal may
 * name. Depends on nothing of ours and knows nothing of Neo4j.
 *
 * <h2>Format of a reference</h2>
 *
 * A property holds a blob as a string, its <em>reference</em>:
 *
 * <pre>
 *   pandablob:1:DIGEST:LENGTH:TYPE
 *
 *   DIGEST  SHA-256 of the content, base64url without padding, 43 characters
 *   LENGTH  bytes, decimal, no sign, no leading zeros
 *   TYPE    MIME type, lower case, without parameters, found from the content alone
 * </pre>
 *
 * Equal contents have equal references, so that Cypher's {@code =}, {@code DISTINCT} and indexes
 * compare blobs by content.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.blob;
