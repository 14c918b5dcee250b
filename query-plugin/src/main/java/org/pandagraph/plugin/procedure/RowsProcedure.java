/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.procedure;

import java.io.IOException;
import java.util.List;
import org.neo4j.collection.RawIterator;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.ProcedureSignature;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.ResourceTracker;
import org.neo4j.kernel.api.procedure.CallableProcedure;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.impl.util.ValueUtils;
import org.neo4j.values.AnyValue;
import org.pandagraph.blob.BlobException;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/** A procedure made of a signature and what gives its rows, all at once. Immutable. */
public final class RowsProcedure extends CallableProcedure.BasicProcedure {
  /** What a procedure does. */
  @FunctionalInterface
  public interface Body {
    /**
     * @param progress ends with the calling transaction, and shows in SHOW TRANSACTIONS
     * @return rows of plain Java values, null for null
     */
    List<Object[]> rows(Context context, AnyValue[] arguments, Progress progress)
        throws IOException, ProcedureException;
  }

  private final Body body;

  public RowsProcedure(ProcedureSignature signature, Body body) {
    super(signature);
    this.body = body;
  }

  /** The signature of a procedure {@code panda.SPACE.NAME} to be gone on with. */
  public static ProcedureSignature.Builder named(String space, String name) {
    return ProcedureSignature.procedureSignature(
        new QualifiedName(new String[] {"panda", space}, name));
  }

  @Override
  public RawIterator<AnyValue[], ProcedureException> apply(
      Context context, AnyValue[] arguments, ResourceTracker tracker) throws ProcedureException {
    KernelTransaction transaction = context.internalTransaction().kernelTransaction();
    Progress progress = new Progress(transaction::assertOpen, transaction::setStatusDetails);
    try {
      List<Object[]> rows = body.rows(context, arguments, progress);
      return RawIterator.<AnyValue[], ProcedureException>of(
          rows.stream().map(RowsProcedure::values).toArray(AnyValue[][]::new));
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    } catch (IOException e) {
      throw new CypherPlusError(
          PluginErrorCode.INTERNAL,
          "the data folder cannot be read or written: " + e,
          CypherPlusError.NO_OFFSET,
          e);
    }
  }

  private static AnyValue[] values(Object[] row) {
    AnyValue[] values = new AnyValue[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = ValueUtils.of(row[i]);
    }
    return values;
  }
}
