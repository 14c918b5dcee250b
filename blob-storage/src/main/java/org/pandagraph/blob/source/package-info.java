/**
 * Where blob literals and {@code Blob.fromFile} / {@code Blob.fromURL} get their contents from, and
 * what of that the administrator allows. Depends on {@code org.pandagraph.blob} alone.
 *
 * <p>Entry: {@link org.pandagraph.blob.source.StandardBlobSources} under a {@link
 * org.pandagraph.blob.source.SourcePolicy}. Each fetch over the network has a {@code Fetch} of its
 * own: it resolves and judges the host, makes all sockets (which judge the address once more, when
 * they connect) and closes them when time is up, whatever protocol runs over them.
 *
 * <p>Passwords appear in no message: a URL is shown without user name, password, query and
 * fragment.
 */
package org.pandagraph.blob.source;
