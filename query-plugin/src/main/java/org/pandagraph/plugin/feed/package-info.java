/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The change feed: keeps data that is derived from a graph up to date with it. Neo4j's transaction
 * log is the only log; a consumer's checkpoint says up to which transaction its data has come.
 *
 * <p>Depends on Neo4j's kernel and its record storage alone; knows nothing of hooks, of what is
 * derived, and of who asks for it. {@link org.pandagraph.plugin.feed.ChangeFeeds} is the way in for
 * whoever derives something, {@link org.pandagraph.plugin.feed.ConsumerFeed} for whoever watches it
 * or answers from it.
 *
 * <h2>What holds</h2>
 *
 * <ul>
 *   <li>Each entity that a committed transaction touched is handed over at least once after that
 *       transaction, and the batches of later transactions come later. What is handed over is the
 *       state that the graph has then, with the id of the last transaction that was closed before
 *       it was read: what is behind that is perhaps seen already, and comes again.
 *   <li>A checkpoint is written after all that it stands for, so that a process may be killed at
 *       any moment.
 *   <li>A consumer that fails is waited for, as long as it takes; the log is the queue, and commits
 *       never wait. An entity that is refused is parked: with the checkpoint, with its error, and
 *       seen by queries in the graph until it is taken.
 *   <li>Whatever a client knows to be committed is in the data that is read after a snapshot of
 *       {@link org.pandagraph.plugin.feed.UnseenChanges}, or in the snapshot, or the snapshot is
 *       not known. An entity enters that set before its transaction commits, and leaves it when a
 *       call of {@code makeVisible} that began after the transaction was applied has succeeded. A
 *       transaction that fails while it commits is taken for one that is in the log.
 *   <li>A pause lasts until it is ended, also over restarts: as an empty file in the server's data
 *       folder, which no dump has. Data of a database that starts paused is not looked at, and not
 *       known.
 *   <li>Data is rebuilt where it cannot catch up: there is no checkpoint, the store is another one,
 *       the database was set back (also where it went on differently since), the log was pruned, or
 *       the consumer has lost its data. A rebuild that was asked for leaves the data in use in use,
 *       and up to date, until the copy is complete.
 * </ul>
 *
 * <p>Not noticed is a change that goes past the log of a stopped database with the same store id
 * and the same last transaction, as Neo4j's batch inserter makes it: ask for a rebuild after it.
 *
 * <h2>Bounds</h2>
 *
 * <p>A batch is bounded by entities and by bytes; of a transaction, all ids of touched entities are
 * in memory, and while it is read from the log, all its commands are, as they were when it was
 * committed. Of the log, about 100,000 ids are kept for the other consumers of the database.
 *
 * <h2>What Neo4j 4.4 does</h2>
 *
 * <p>As found by trying: {@code TransactionLogTest}, {@code TouchedEntitiesTest} and {@code
 * FeedRebuildTest} fail where it is otherwise. A star marks what was only read in the format or the
 * byte code.
 *
 * <ul>
 *   <li>The id of a transaction is set when listeners are called after the commit ({@code
 *       KernelTransaction.getTransactionId}); it is 0 where nothing was written*. What is created
 *       and deleted in one transaction leaves no trace in the log. The transaction is closed by
 *       then, but {@code getLastClosedTransactionId} may be lower: it waits for all before.
 *   <li>{@code LogicalTransactionStore.getTransactions(n)} throws {@code
 *       NoSuchTransactionException} where n is pruned, and just the same where it is not written
 *       yet: so nothing is asked for beyond the last closed transaction. Transactions lie in the
 *       log in the order of their ids, without gaps. A cursor goes on from a rotated file to the
 *       next; where that one is missing it just ends*.
 *   <li>Pruning happens at checkpoints, by {@code dbms.tx_log.rotation.retention_policy}; a reader
 *       does not hold it up*. Files are found again by their headers after a restart.
 *   <li>Each transaction carries the checksum of the one before ({@code
 *       LogEntryStart.getPreviousChecksum}), over restarts, kills, dumps and loads. A dump and a
 *       load keep the store id and the log's last transactions; so that a position of before still
 *       fits where nothing else was committed.
 *   <li>Creating and deleting entities, by detach too, gives a command for each of them. A command
 *       for a node or a relationship comes as well where only the chain of a node's relationships
 *       has moved, or a node has become dense: the record before tells these apart. Degrees and
 *       groups of dense nodes have commands of their own, and are no state of an entity.
 *   <li>Labels are in the node's record, or in records of their own, which come with the node's
 *       command, and which may change while the node's own record does not*.
 *   <li>A command for a property record names the node or relationship it belongs to where a value
 *       changes or goes, also in records that go; it names none where only the chain moves*, and
 *       for properties of schema rules. Commands of tokens, schema and counts touch no entity.
 *   <li>The state of a transaction before its commit has the same entities, but for those that are
 *       created and deleted in it.
 * </ul>
 */
package org.pandagraph.plugin.feed;
