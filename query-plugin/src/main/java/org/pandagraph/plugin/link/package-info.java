/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Where the gateway's contents are addressed: its own address, and links that are signed and
 * expire. Depends on the plugin's settings and errors, blob storage and Neo4j's configuration;
 * knows nothing of HTTP servers.
 *
 * <h2>Format of a signed link</h2>
 *
 * <pre>
 *   GATEWAY/link/DATABASE/DIGEST/EXPIRES/KEY.SIGNATURE
 *
 *   DATABASE   name of the database
 *   DIGEST     SHA-256 of the content, 64 hexadecimal digits
 *   EXPIRES    seconds since 1970-01-01 UTC, decimal
 *   KEY        the first 8 hexadecimal digits of the SHA-256 of the key that signed
 *   SIGNATURE  HMAC-SHA256, base64url without padding, over the lines
 *              "panda-link-1", DATABASE, DIGEST, EXPIRES, each ended by a line feed
 * </pre>
 *
 * <h2>Format of the key file</h2>
 *
 * A key a line, 32 bytes in base64; the first one signs, all of them verify. Lines that start with
 * {@code #} and empty ones do not count. Readable by its owner alone.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.plugin.link;
