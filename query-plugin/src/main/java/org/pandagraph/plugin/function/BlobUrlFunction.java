/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.neo4j.internal.kernel.api.procs.DefaultParameterValue.ntInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTAny;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.Blob;
import org.pandagraph.plugin.link.BlobLinks;

/** {@code Blob.url}: where the gateway gives a blob's content. */
final class BlobUrlFunction {
  private static final String NAME = "Blob.url";

  private final BlobsOfStatement blobs;
  private final BlobLinks links;

  BlobUrlFunction(BlobsOfStatement blobs, BlobLinks links) {
    this.blobs = blobs;
    this.links = links;
  }

  CallableUserFunction function() {
    return PandaFunction.named("Blob", "url")
        .in("blob", NTAny)
        .in("seconds", NTInteger, ntInteger(0))
        .out(NTString)
        .description(
            "The address of a blob's content on Neo4j's HTTP port, for whoever may log in; with"
                + " `seconds`, a link that needs no login for so long. Where no gateway is mounted,"
                + " an `ni` URI (RFC 6920) made of the content's SHA-256.")
        .doesUnlessNull(
            (context, a) -> {
              Blob blob = Arguments.blob(NAME, blobs.of(context).values(), a[0]).blob();
              long seconds = Arguments.integer(NAME, "seconds", a[1]);
              String database = context.graphDatabaseAPI().databaseName();
              return Values.utf8Value(
                  seconds == 0 ? links.of(database, blob) : links.signed(database, blob, seconds));
            });
  }
}
