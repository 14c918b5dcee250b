/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import org.neo4j.kernel.impl.transaction.CommittedTransactionRepresentation;

/** What the feed keeps of a transaction of the log. */
final class LoggedTransaction {
  final long id;
  final int checksum;

  /** Of the transaction before. */
  final int previousChecksum;

  /** Ms since 1970. */
  final long committedAt;

  final TouchedEntities touched = new TouchedEntities();

  LoggedTransaction(CommittedTransactionRepresentation transaction) throws java.io.IOException {
    id = transaction.getCommitEntry().getTxId();
    checksum = transaction.getCommitEntry().getChecksum();
    committedAt = transaction.getCommitEntry().getTimeWritten();
    previousChecksum = transaction.getStartEntry().getPreviousChecksum();
    TouchedByCommands commands = new TouchedByCommands(touched);
    transaction.accept(commands::visit);
  }
}
