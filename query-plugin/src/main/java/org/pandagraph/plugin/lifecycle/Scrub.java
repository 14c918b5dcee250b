/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.exceptions.PropertyKeyIdNotFoundKernelException;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobIOException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.ParallelWork;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.plugin.procedure.Progress;

/**
 * Checks that the store holds what the graph refers to. Reads each content once, several at a time,
 * on threads of its own; then reads the graph again for where it refers to what is damaged, so that
 * what was dropped meanwhile is not reported. Needs up to 64 bytes of memory a content.
 */
final class Scrub {
  /** Damages that are told one by one; what is more is only counted. */
  static final int MAX_TOLD = 10_000;

  private static final int THREADS = 4;
  private static final int BUFFER = 64 * 1024;

  private final GraphDatabaseAPI database;
  private final BlobStore store;
  private final Progress progress;

  /** By reference: two references to one digest may claim different lengths. */
  private final Map<String, Damage> suspected = new ConcurrentHashMap<>();

  private final LongAdder bytesRead = new LongAdder();
  private final LongAdder notTold = new LongAdder();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  Scrub(GraphDatabaseAPI database, BlobStore store, Progress progress) {
    this.database = database;
    this.store = store;
    this.progress = progress;
  }

  /**
   * Checks; call once.
   *
   * @param content whether whole contents are read; otherwise only that they are there, with the
   *     right length
   * @param maxPlaces how many places are told of each damage
   * @return what is damaged or missing
   * @throws BlobException where the store is down
   */
  List<Damage> run(boolean content, int maxPlaces) {
    MarkedDigests referenced = new MarkedDigests();
    GraphScan scan = new GraphScan(database, progress);
    LongHashSet checked = new LongHashSet();
    try (ParallelWork work = new ParallelWork("panda-blob-check", THREADS)) {
      scan.visit(
          (blob, ofNode, entity, key) -> {
            referenced.mark(blob.digest());
            if (checked.add(identity(blob))) {
              progress.goOn();
              work.submit(() -> check(blob, content, maxPlaces));
            }
          });
      work.finish();
    }
    List<Damage> damages = confirmed();
    figures.put("nodes", scan.nodes());
    figures.put("relationships", scan.relationships());
    figures.put("references", scan.references());
    figures.put("referenced", (long) referenced.size());
    figures.put("bytesRead", bytesRead.sum());
    figures.put("missing", count(damages, Damage.Kind.MISSING));
    figures.put("damaged", count(damages, Damage.Kind.DAMAGED));
    figures.put("notListed", notTold.sum());
    countStored(referenced);
    figures.put("seconds", progress.elapsed().toMillis() / 1000.0);
    return damages;
  }

  /** What was found, by name, in an order to show it in. */
  Map<String, Object> figures() {
    return figures;
  }

  private static long identity(Blob blob) {
    return ByteBuffer.wrap(blob.digest().toBytes()).getLong() + blob.length();
  }

  private static long count(List<Damage> damages, Damage.Kind kind) {
    return damages.stream().filter(damage -> damage.kind() == kind).count();
  }

  private void check(Blob blob, boolean content, int maxPlaces) {
    try (InputStream in = content ? store.open(blob) : store.open(blob, 0, 0)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytesRead.add(read);
        progress.goOn();
      }
    } catch (BlobException e) {
      note(blob, e.code(), e, maxPlaces);
    } catch (BlobIOException e) {
      note(blob, e.code(), e, maxPlaces);
    } catch (IOException e) {
      throw new BlobException(
          BlobErrorCode.STORE_UNAVAILABLE, "the blob store cannot be read: " + e, e);
    }
  }

  private void note(Blob blob, BlobErrorCode code, Exception found, int maxPlaces) {
    if (code != BlobErrorCode.CONTENT_MISSING && code != BlobErrorCode.CONTENT_DAMAGED) {
      throw new BlobException(code, found.getMessage(), found);
    }
    if (suspected.size() >= MAX_TOLD) {
      notTold.increment();
      return;
    }
    Damage.Kind kind =
        code == BlobErrorCode.CONTENT_MISSING ? Damage.Kind.MISSING : Damage.Kind.DAMAGED;
    suspected.put(
        blob.toReference(), new Damage(blob, kind, String.valueOf(found.getMessage()), maxPlaces));
  }

  private List<Damage> confirmed() {
    if (suspected.isEmpty()) {
      return List.of();
    }
    Map<Integer, String> names = new HashMap<>();
    new GraphScan(database, progress)
        .visit(
            (blob, ofNode, entity, key) -> {
              Damage damage = suspected.get(blob.toReference());
              if (damage != null) {
                damage.refersToIt(ofNode, entity, names.computeIfAbsent(key, this::propertyName));
              }
            });
    List<Damage> confirmed = new ArrayList<>();
    for (Damage damage : suspected.values()) {
      if (damage.count() > 0) {
        confirmed.add(damage);
      }
    }
    return confirmed;
  }

  private String propertyName(int key) {
    try (Transaction transaction = database.beginTx()) {
      return ((InternalTransaction) transaction)
          .kernelTransaction()
          .tokenRead()
          .propertyKeyName(key);
    } catch (PropertyKeyIdNotFoundKernelException e) {
      throw new IllegalStateException(e);
    }
  }

  private void countStored(MarkedDigests referenced) {
    long stored = 0;
    long orphans = 0;
    long orphanBytes = 0;
    try (Stream<StoredBlob> contents = store.list()) {
      for (StoredBlob found : (Iterable<StoredBlob>) contents::iterator) {
        progress.goOn();
        stored++;
        if (!referenced.isMarked(found.digest())) {
          orphans++;
          orphanBytes += found.length();
        }
      }
    }
    figures.put("stored", stored);
    figures.put("orphans", orphans);
    figures.put("orphanBytes", orphanBytes);
  }
}
