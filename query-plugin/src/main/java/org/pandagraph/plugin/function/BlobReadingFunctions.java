/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTAny;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTBoolean;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTInteger;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neo4j.internal.kernel.api.procs.DefaultParameterValue;
import org.neo4j.internal.kernel.api.procs.Neo4jTypes.AnyType;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.plugin.blob.BlobBytes;
import org.pandagraph.plugin.blob.BlobValue;
import org.pandagraph.plugin.blob.DatabaseBlobs;

/** The {@code Blob.*} functions that say something of a blob, or give its content. */
final class BlobReadingFunctions {
  private final BlobsOfStatement blobs;

  BlobReadingFunctions(BlobsOfStatement blobs) {
    this.blobs = blobs;
  }

  List<CallableUserFunction> all() {
    return List.of(
        of(
            "len",
            NTInteger,
            "The length of a blob in bytes.",
            b -> Values.longValue(b.blob().length())),
        of(
            "mime",
            NTString,
            "The MIME type of a blob.",
            b -> Values.utf8Value(b.blob().mimeType())),
        of(
            "mime1",
            NTString,
            "The first half of a blob's MIME type, such as 'image'.",
            b ->
                Values.utf8Value(
                    b.blob().mimeType().substring(0, b.blob().mimeType().indexOf('/')))),
        of(
            "mime2",
            NTString,
            "The second half of a blob's MIME type, such as 'png'.",
            b ->
                Values.utf8Value(
                    b.blob().mimeType().substring(b.blob().mimeType().indexOf('/') + 1))),
        of(
            "guessType",
            NTString,
            "The MIME type that a blob's content looks like; names of files do not count.",
            b -> Values.utf8Value(b.blob().mimeType())),
        of(
            "toBase64",
            NTString,
            "The content of a blob in base64 (RFC 4648 section 4).",
            (bytes, b) -> Values.utf8Value(Base64.getEncoder().encodeToString(bytes.all(b)))),
        of(
            "toUTF8String",
            NTString,
            "The content of a blob as a text in UTF-8.",
            (bytes, b) -> text("Blob.toUTF8String", bytes.all(b), "UTF-8")),
        is(),
        convertToString(),
        toBytes());
  }

  private CallableUserFunction is() {
    return PandaFunction.named("Blob", "is")
        .in("blob", NTAny)
        .in("mime", NTString)
        .out(NTBoolean)
        .description("Whether a blob is of a MIME type: 'image/png', or 'image/*' for any image.")
        .doesUnlessNull(
            (context, a) -> {
              BlobValue blob = Arguments.blob("Blob.is", blobs.of(context).values(), a[0]);
              String mime = Arguments.text("Blob.is", "mime", a[1]).toLowerCase(Locale.ROOT);
              if (!mime.matches("[^/\\s*]+/([^/\\s*]+|\\*)|\\*/\\*")) {
                throw Arguments.invalid(
                    "Blob.is takes a MIME type such as 'image/png' or 'image/*', not '"
                        + mime
                        + "'");
              }
              return Values.booleanValue(
                  ValueDomain.of(mime).accepts(ValueDomain.of(blob.blob().mimeType())));
            });
  }

  private CallableUserFunction convertToString() {
    return PandaFunction.named("Blob", "toString")
        .in("blob", NTAny)
        .in("encoding", NTString)
        .out(NTString)
        .description("The content of a blob as a text in an encoding such as 'UTF-8'.")
        .doesUnlessNull(
            (context, a) -> {
              DatabaseBlobs database = blobs.of(context);
              BlobValue blob = Arguments.blob("Blob.toString", database.values(), a[0]);
              String encoding = Arguments.text("Blob.toString", "encoding", a[1]);
              return text("Blob.toString", database.bytes().all(blob), encoding);
            });
  }

  private CallableUserFunction toBytes() {
    return PandaFunction.named("Blob", "toBytes")
        .in("blob", NTAny)
        .in("offset", NTInteger, DefaultParameterValue.ntInteger(0))
        .in("length", NTInteger, DefaultParameterValue.ntInteger(Long.MAX_VALUE))
        .out(NTAny)
        .description(
            "The content of a blob as bytes, or `length` of them from `offset` (counted from 0);"
                + " fewer where the content ends.")
        .doesUnlessNull(
            (context, a) -> {
              DatabaseBlobs database = blobs.of(context);
              BlobValue blob = Arguments.blob("Blob.toBytes", database.values(), a[0]);
              long offset = Arguments.integer("Blob.toBytes", "offset", a[1]);
              long length = Arguments.integer("Blob.toBytes", "length", a[2]);
              return Values.byteArray(
                  offset == 0 && length >= blob.blob().length()
                      ? database.bytes().all(blob)
                      : database.bytes().range(blob, offset, length));
            });
  }

  private static AnyValue text(String function, byte[] content, String encoding) {
    return Values.stringValue(
        Charsets.decode(function, content, Charsets.named(function, encoding)));
  }

  private CallableUserFunction of(
      String name, AnyType type, String description, Function<BlobValue, AnyValue> body) {
    return of(name, type, description, (bytes, blob) -> body.apply(blob));
  }

  private CallableUserFunction of(
      String name,
      AnyType type,
      String description,
      BiFunction<BlobBytes, BlobValue, AnyValue> body) {
    return PandaFunction.named("Blob", name)
        .in("blob", NTAny)
        .out(type)
        .description(description)
        .doesUnlessNull(
            (context, a) -> {
              DatabaseBlobs database = blobs.of(context);
              return body.apply(
                  database.bytes(), Arguments.blob("Blob." + name, database.values(), a[0]));
            });
  }
}
