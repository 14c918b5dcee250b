/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.stream;

import static org.neo4j.internal.kernel.api.procs.DefaultParameterValue.ntInteger;

import java.util.Objects;
import java.util.function.Supplier;
import org.neo4j.collection.RawIterator;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.DefaultParameterValue;
import org.neo4j.internal.kernel.api.procs.Neo4jTypes;
import org.neo4j.internal.kernel.api.procs.ProcedureSignature;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.kernel.api.ResourceTracker;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.procedure.Mode;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.blob.BlobChunks;
import org.pandagraph.plugin.blob.BlobStores;
import org.pandagraph.plugin.blob.BlobValue;
import org.pandagraph.plugin.blob.BlobValues;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * {@code CALL panda.blob.stream(blob, chunkBytes, offset, length) YIELD offset, bytes}: the content
 * of a blob, a row a chunk. A chunk is read when the client pulls its row, and none is kept; what
 * was opened is closed when the rows end, or the statement does. Thread-safe.
 */
public final class BlobStreamProcedure extends CallableProcedure.BasicProcedure {
  /** Bytes of a chunk unless the caller says otherwise. */
  public static final int DEFAULT_CHUNK_BYTES = 256 * 1024;

  /** The smallest chunk; smaller ones would be mostly overhead. */
  public static final int MIN_CHUNK_BYTES = 1024;

  /** The largest chunk; a server holds a few of them for each client. */
  public static final int MAX_CHUNK_BYTES = 16 * 1024 * 1024;

  private static final QualifiedName NAME =
      new QualifiedName(new String[] {"panda", "blob"}, "stream");

  private final BlobStores stores;

  /**
   * @param stores asked for the store of the database that a call runs in
   */
  public BlobStreamProcedure(BlobStores stores) {
    super(
        ProcedureSignature.procedureSignature(NAME)
            .in("blob", Neo4jTypes.NTAny)
            .in("chunkBytes", Neo4jTypes.NTInteger, ntInteger(DEFAULT_CHUNK_BYTES))
            .in("offset", Neo4jTypes.NTInteger, ntInteger(0))
            .in(
                "length",
                Neo4jTypes.NTInteger,
                DefaultParameterValue.nullValue(Neo4jTypes.NTInteger))
            .out("offset", Neo4jTypes.NTInteger)
            .out("bytes", Neo4jTypes.NTAny)
            .mode(Mode.READ)
            .description(
                "The content of a blob in chunks, or `length` bytes of it from `offset` (counted"
                    + " from 0): where each starts, and its bytes.")
            .build());
    this.stores = Objects.requireNonNull(stores);
  }

  @Override
  public RawIterator<AnyValue[], ProcedureException> apply(
      Context context, AnyValue[] input, ResourceTracker tracker) {
    if (input[0] == Values.NO_VALUE) {
      return RawIterator.empty();
    }
    String database = context.graphDatabaseAPI().databaseName();
    Supplier<BlobStore> store = () -> stores.of(database);
    BlobValue blob = blob(new BlobValues(store), input[0]);
    long chunkBytes = integer("chunkBytes", input[1]);
    if (chunkBytes < MIN_CHUNK_BYTES || chunkBytes > MAX_CHUNK_BYTES) {
      throw error(
          PluginErrorCode.INVALID_ARGUMENT,
          "chunkBytes is from "
              + MIN_CHUNK_BYTES
              + " to "
              + MAX_CHUNK_BYTES
              + ", not "
              + chunkBytes);
    }
    long length = input[3] == Values.NO_VALUE ? Long.MAX_VALUE : integer("length", input[3]);
    BlobChunks chunks =
        BlobChunks.open(blob, store, integer("offset", input[2]), length, (int) chunkBytes);
    InternalTransaction transaction = context.internalTransactionOrNull();
    return new ChunkRows(
        chunks,
        transaction == null ? () -> {} : () -> transaction.kernelTransaction().assertOpen(),
        tracker);
  }

  private static BlobValue blob(BlobValues values, AnyValue value) {
    return values
        .blobOf(value)
        .orElseThrow(
            () ->
                error(
                    PluginErrorCode.WRONG_TYPE,
                    "panda.blob.stream takes a blob (or bytes), not a value of type "
                        + value.getTypeName()));
  }

  private static long integer(String name, AnyValue value) {
    if (value instanceof IntegralValue) {
      return ((IntegralValue) value).longValue();
    }
    throw error(
        PluginErrorCode.WRONG_TYPE,
        "panda.blob.stream takes an INTEGER as `" + name + "`, not null");
  }

  private static CypherPlusError error(PluginErrorCode code, String problem) {
    return new CypherPlusError(code, problem, CypherPlusError.NO_OFFSET);
  }
}
