/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The blob gateway: contents over HTTP on Neo4j's own port. Neo4j's web server finds the resources
 * here where {@code dbms.unmanaged_extension_classes} names this package, and asks for a login
 * before a request gets here, unless its path is in {@code dbms.security.http_auth_allowlist}.
 *
 * <pre>
 *   GET, HEAD  /db/DATABASE/blob/DIGEST       a content, for whoever logged in
 *   POST       /db/DATABASE/blob              stores the request's body
 *   GET, HEAD  /link/DATABASE/DIGEST/...      a content, for whoever has the signed link
 *   GET        /metrics                       figures for Prometheus
 * </pre>
 *
 * DIGEST is the content's SHA-256 in hexadecimal. Answers go through memory in pieces of at most
 * {@value org.pandagraph.plugin.gateway.ContentCopy#MOST_BYTES} bytes. Where a content turns out
 * damaged after the answer has begun, the connection is cut: Content-Length is always sent, so no
 * client takes what it has for the whole.
 *
 * <p>Depends on JAX-RS, Neo4j's web server, {@code org.pandagraph.plugin.http}, {@code .link},
 * {@code .metrics}, {@code .blob}, {@code .error} and blob storage.
 */
package org.pandagraph.plugin.gateway;
