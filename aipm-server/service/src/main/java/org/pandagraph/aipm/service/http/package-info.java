/**
 * The protocol over HTTP: paths, token, limits, and three classes of requests with a queue each.
 * {@code org.pandagraph.aipm.wire} specifies it.
 */
package org.pandagraph.aipm.service.http;
