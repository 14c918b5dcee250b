/**
 * What goes over the wire between a client and the AIPM service: the catalogue of models, the rules
 * that choose one by the types of the values, requests and answers, as JSON. Depends on Jackson.
 *
 * <h2>Protocol 1</h2>
 *
 * HTTP, JSON in UTF-8, {@code Authorization: Bearer token} on everything but health.
 *
 * <ul>
 *   <li>{@code GET /v1/health}: {@code {"status":"up",...}}
 *   <li>{@code GET /v1/catalogue}: a {@link org.pandagraph.aipm.wire.Catalogue}
 *   <li>{@code POST /v1/extract/{property}}: an {@link org.pandagraph.aipm.wire.ExtractRequest},
 *       answered by a {@link org.pandagraph.aipm.wire.BatchAnswer}. An item with the result {@code
 *       missing} is asked for again after
 *   <li>{@code PUT /v1/blobs/{digest}}: the raw content; 204, or 422 where its SHA-256 is another
 *   <li>{@code POST /v1/compare/{algorithm}}: a {@link org.pandagraph.aipm.wire.CompareRequest},
 *       answered likewise
 *   <li>{@code POST /v1/operators/{operator}}: an {@link org.pandagraph.aipm.wire.OperatorRequest},
 *       answered likewise; operators are compare, set-compare, like, unlike, contains, in,
 *       contains-set and set-in
 * </ul>
 *
 * An answer that is no 2xx has a {@link org.pandagraph.aipm.wire.WireFault} for a body, whose codes
 * are {@link org.pandagraph.aipm.wire.WireErrorCode}'s. A fault of one item is in that item, in an
 * answer of status 200. Requests with unknown fields are refused; unknown fields of answers are
 * passed over, so that a service may be newer than its clients.
 *
 * <h2>History</h2>
 *
 * 1: the first.
 */
package org.pandagraph.aipm.wire;
