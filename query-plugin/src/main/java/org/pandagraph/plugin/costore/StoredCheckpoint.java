/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.costore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pandagraph.plugin.feed.Checkpoint;
import org.pandagraph.plugin.feed.EntityKind;
import org.pandagraph.plugin.feed.FeedPosition;
import org.pandagraph.plugin.feed.ParkedEntity;

/**
 * The feed's checkpoint as a co-store keeps it: what of it the store has no field for is JSON in
 * its note, {@code {"checksum": 1, "parked": [{"kind": "NODE", "id": 1, "reason": "...", "since":
 * "2026-01-31T10:00:00Z"}]}}.
 */
final class StoredCheckpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredCheckpoint() {}

  /**
   * What a store is to keep.
   *
   * @param layoutVersion of the store
   */
  static org.pandagraph.costore.Checkpoint of(Checkpoint checkpoint, int layoutVersion) {
    FeedPosition position = checkpoint.position();
    ObjectNode note = JSON.createObjectNode().put("checksum", position.checksum());
    ArrayNode parked = note.putArray("parked");
    for (ParkedEntity entity : checkpoint.parked()) {
      parked
          .addObject()
          .put("kind", entity.kind().name())
          .put("id", entity.id())
          .put("reason", entity.reason())
          .put("since", entity.since().toString());
    }
    return new org.pandagraph.costore.Checkpoint(
        position.storeId(), position.transactionId(), layoutVersion, note.toString());
  }

  /** What a store kept; empty where it is none of ours, so that a rebuild follows. */
  static Optional<Checkpoint> read(org.pandagraph.costore.Checkpoint stored) {
    try {
      JsonNode note = JSON.readTree(stored.build());
      List<ParkedEntity> parked = new ArrayList<>();
      for (JsonNode entity : note.required("parked")) {
        parked.add(
            new ParkedEntity(
                EntityKind.valueOf(entity.required("kind").textValue()),
                entity.required("id").longValue(),
                entity.required("reason").textValue(),
                Instant.parse(entity.required("since").textValue())));
      }
      int checksum = note.required("checksum").intValue();
      return Optional.of(
          new Checkpoint(new FeedPosition(stored.storeId(), stored.txId(), checksum), parked));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
