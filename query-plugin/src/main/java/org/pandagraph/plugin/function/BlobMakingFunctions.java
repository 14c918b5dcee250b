/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTAny;
import static org.neo4j.internal.kernel.api.procs.Neo4jTypes.NTString;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.values.AnyValue;
import org.neo4j.values.SequenceValue;
import org.neo4j.values.storable.ByteArray;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.TextValue;
import org.pandagraph.plugin.blob.BlobValues;
import org.pandagraph.plugin.blob.DatabaseBlobs;

/** The {@code Blob.*} functions that make blobs. */
final class BlobMakingFunctions {
  private static final byte[] NOTHING = {};

  private final BlobsOfStatement blobs;
  private final Literals literals;

  BlobMakingFunctions(BlobsOfStatement blobs, Literals literals) {
    this.blobs = blobs;
    this.literals = literals;
  }

  List<CallableUserFunction> all() {
    return List.of(
        fromFile(), fromUrl(), fromBytes(), fromString(), fromUtf8(), fromBase64(), empty());
  }

  private CallableUserFunction fromFile() {
    return named("fromFile")
        .in("path", NTString)
        .description(
            "The content of a file as a blob. A relative path is below the import directory; what"
                + " may be read is what `file` literals may.")
        .does(
            (context, a) ->
                a[0] instanceof TextValue
                    ? literals.readComputed(context, fileUri(((TextValue) a[0]).stringValue()))
                    : nullOr(a[0], "Blob.fromFile", "path"));
  }

  /** A path's percent signs are its own; those of a URI are not. */
  private static String fileUri(String path) {
    return path.regionMatches(true, 0, "file:", 0, 5) ? path : "file://" + path.replace("%", "%25");
  }

  private CallableUserFunction fromUrl() {
    return named("fromURL")
        .in("url", NTString)
        .description(
            "The content at a URL as a blob: http, https, ftp, ftps, sftp or file. What may be read"
                + " is what literals may.")
        .does(
            (context, a) ->
                a[0] instanceof TextValue
                    ? literals.readComputed(context, ((TextValue) a[0]).stringValue())
                    : nullOr(a[0], "Blob.fromURL", "url"));
  }

  private CallableUserFunction fromBytes() {
    return named("fromBytes")
        .in("bytes", NTAny)
        .description(
            "Bytes (a driver's byte array, or a list of integers from 0 to 255) as a blob.")
        .doesUnlessNull((context, a) -> stored(context, "Blob.fromBytes", bytesOf(a[0])));
  }

  private CallableUserFunction fromString() {
    return named("fromString")
        .in("text", NTString)
        .in("encoding", NTString)
        .description("A text as a blob, in an encoding such as 'UTF-8' or 'GB18030'.")
        .doesUnlessNull(
            (context, a) ->
                stored(
                    context,
                    "Blob.fromString",
                    Charsets.encode(
                        "Blob.fromString",
                        Arguments.text("Blob.fromString", "text", a[0]),
                        Charsets.named(
                            "Blob.fromString",
                            Arguments.text("Blob.fromString", "encoding", a[1])))));
  }

  private CallableUserFunction fromUtf8() {
    return named("fromUTF8String")
        .in("text", NTString)
        .description("A text in UTF-8 as a blob.")
        .doesUnlessNull(
            (context, a) ->
                stored(
                    context,
                    "Blob.fromUTF8String",
                    Charsets.encode(
                        "Blob.fromUTF8String",
                        Arguments.text("Blob.fromUTF8String", "text", a[0]),
                        StandardCharsets.UTF_8)));
  }

  private CallableUserFunction fromBase64() {
    return named("fromBase64")
        .in("text", NTString)
        .description(
            "The content that a text in base64 (RFC 4648 section 4) stands for, as a blob.")
        .doesUnlessNull(
            (context, a) ->
                stored(
                    context,
                    "Blob.fromBase64",
                    base64(Arguments.text("Blob.fromBase64", "text", a[0]))));
  }

  private CallableUserFunction empty() {
    return named("empty")
        .description("The blob of no bytes.")
        .does((context, a) -> BlobValues.valueOf(blobs.of(context).values().store(NOTHING)));
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Arguments.invalid("Blob.fromBase64: the text is not base64: " + e.getMessage());
    }
  }

  private static byte[] bytesOf(AnyValue value) {
    if (value instanceof ByteArray) {
      return ((ByteArray) value).asObject();
    }
    if (!(value instanceof SequenceValue)) {
      throw Arguments.wrongType(
          "Blob.fromBytes takes bytes or a list of integers, not " + Arguments.shown(value));
    }
    SequenceValue list = (SequenceValue) value;
    byte[] content = new byte[list.length()];
    int i = 0;
    for (AnyValue item : list) {
      if (!(item instanceof IntegralValue)) {
        throw Arguments.wrongType(
            "Blob.fromBytes takes integers; item " + i + " is " + Arguments.shown(item));
      }
      long number = ((IntegralValue) item).longValue();
      if (number < Byte.MIN_VALUE || number > 255) {
        throw Arguments.invalid(
            "Blob.fromBytes takes bytes from 0 to 255; item " + i + " is " + number);
      }
      content[i++] = (byte) number;
    }
    return content;
  }

  private AnyValue stored(Context context, String function, byte[] content) {
    DatabaseBlobs database = blobs.of(context);
    database
        .bytes()
        .check(content.length, function + ": the content has " + content.length + " bytes");
    return BlobValues.valueOf(database.values().store(content));
  }

  private static AnyValue nullOr(AnyValue value, String function, String name) {
    if (value == org.neo4j.values.storable.Values.NO_VALUE) {
      return value;
    }
    throw Arguments.wrongType(
        function + " takes a STRING as `" + name + "`, not " + Arguments.shown(value));
  }

  private static PandaFunction.Builder named(String name) {
    return PandaFunction.named("Blob", name).out(NTString);
  }
}
