/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A derived store that is a map, durable in a file: what was applied is lost with the process until
 * it is committed, and is seen once it was made visible. Tests make it fail.
 */
final class MapConsumer implements ChangeConsumer {
  /** What a test wants to happen. */
  @FunctionalInterface
  interface Fault {
    /** Throws, or gives those it refuses. */
    List<Rejection> before(List<EntityState> states) throws ConsumerException;
  }

  private record Stored(long version, String text) {}

  private final Path file;
  private final String name;
  private Map<String, Stored> applied = new HashMap<>();
  private volatile Map<String, Stored> visible = Map.of();
  private volatile Fault fault = states -> List.of();
  private volatile Fault rebuildFault = states -> List.of();
  private volatile Runnable beforeFinish = () -> {};
  private volatile Runnable beforeRebuild = () -> {};
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger batches = new AtomicInteger();
  volatile int largestBatch;
  volatile long largestBytes;
  volatile boolean closed;

  MapConsumer(Path file) {
    this("map", file);
  }

  MapConsumer(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /** Is called with what is about to be applied; null for nothing. */
  void fault(Fault wanted) {
    fault = wanted == null ? states -> List.of() : wanted;
  }

  /** Is called with what is about to be applied to a copy that is being made; null for nothing. */
  void rebuildFault(Fault wanted) {
    rebuildFault = wanted == null ? states -> List.of() : wanted;
  }

  /** Runs something before a copy is begun. */
  void beforeRebuild(Runnable action) {
    beforeRebuild = action;
  }

  /** Runs something before a copy that was made is put into use. */
  void beforeFinish(Runnable action) {
    beforeFinish = action;
  }

  /** What reads see: a text for each entity that there is. */
  Map<String, String> visible() {
    Map<String, String> texts = new TreeMap<>();
    visible.forEach(
        (key, stored) -> {
          if (stored.text != null) {
            texts.put(key, stored.text);
          }
        });
    return texts;
  }

  /** What a read of one entity sees; null for nothing. */
  String visible(EntityKind kind, long id) {
    Stored stored = visible.get(EntityText.key(kind, id));
    return stored == null ? null : stored.text;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    opened.incrementAndGet();
    closed = false;
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      String[] head = lines.get(0).split(" ");
      List<ParkedEntity> parked = new ArrayList<>();
      Map<String, Stored> read = new HashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals("parked")) {
          parked.add(
              new ParkedEntity(
                  EntityKind.valueOf(fields[1]),
                  Long.parseLong(fields[2]),
                  fields[3],
                  Instant.parse(fields[4])));
        } else {
          read.put(
              fields[0],
              new Stored(Long.parseLong(fields[1]), fields.length > 2 ? fields[2] : null));
        }
      }
      applied = read;
      FeedPosition position =
          new FeedPosition(head[0], Long.parseLong(head[1]), Integer.parseInt(head[2]));
      return Optional.of(new Checkpoint(position, parked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Rejection> apply(List<EntityState> states) throws ConsumerException {
    batches.incrementAndGet();
    largestBatch = Math.max(largestBatch, states.size());
    largestBytes = Math.max(largestBytes, states.stream().mapToLong(EntityState::bytes).sum());
    List<Rejection> rejections = fault.before(states);
    put(states, rejections, applied);
    return rejections;
  }

  private static void put(
      List<EntityState> states, List<Rejection> rejections, Map<String, Stored> into) {
    List<EntityState> refused = rejections.stream().map(Rejection::state).toList();
    for (EntityState state : states) {
      if (!refused.contains(state)) {
        into.merge(
            EntityText.key(state.kind(), state.id()),
            new Stored(state.version(), state.deleted() ? null : EntityText.of(state)),
            (there, now) -> now.version >= there.version ? now : there);
      }
    }
  }

  @Override
  public void commit(Checkpoint checkpoint) {
    write(checkpoint, applied);
  }

  private void write(Checkpoint checkpoint, Map<String, Stored> entities) {
    FeedPosition position = checkpoint.position();
    List<String> lines = new ArrayList<>();
    lines.add(position.storeId() + " " + position.transactionId() + " " + position.checksum());
    for (ParkedEntity entity : checkpoint.parked()) {
      lines.add(
          "parked\t"
              + entity.kind()
              + "\t"
              + entity.id()
              + "\t"
              + entity.reason()
              + "\t"
              + entity.since());
    }
    entities.forEach(
        (key, stored) ->
            lines.add(
                key + "\t" + stored.version + (stored.text == null ? "" : "\t" + stored.text)));
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Files.write(draft, lines);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void makeVisible() {
    visible = Map.copyOf(applied);
  }

  @Override
  public Rebuild startRebuild() {
    beforeRebuild.run();
    return new Copy();
  }

  @Override
  public void close() {
    closed = true;
  }

  private final class Copy implements Rebuild {
    private final Map<String, Stored> entities = new HashMap<>();

    @Override
    public List<Rejection> apply(List<EntityState> states) throws ConsumerException {
      List<Rejection> rejections = rebuildFault.before(states);
      put(states, rejections, entities);
      return rejections;
    }

    @Override
    public void finish(Checkpoint checkpoint) {
      beforeFinish.run();
      write(checkpoint, entities);
      applied = entities;
      visible = Map.copyOf(entities);
    }

    @Override
    public void discard() {
      entities.clear();
    }
  }
}
